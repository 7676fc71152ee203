internal import Synchronization
import Website

/// The folder of the built site, open for one build: all of the new site appears, or none of it.
///
/// 1. `init`: refuse a folder that is not ours, lock it, clear away what a killed build left.
/// 2. `write`, from any task: into a staging folder beside it. A file that is the same in the
///    present site is not written again but gets a second name. `keep` gives one to a file of the
///    present site without its bytes, once `adopt` has found it whole.
/// 3. `commit`: the staging folder replaces the present one; or `discard`.
package final class SiteFolder: FileSink {
  /// How many files the build wrote, and how many it found as they should be.
  package struct Tally: Equatable, Sendable {
    package var written = 0
    package var kept = 0

    package init(written: Int = 0, kept: Int = 0) {
      self.written = written
      self.kept = kept
    }
  }

  private let target: TargetFolder
  private let state: Mutex<State>

  /// Opens a folder that may be missing, empty, or a site that was built before.
  package init(at path: String) throws(SiteFolderError) {
    target = try TargetFolder(path)
    try target.check()
    let lock = try FolderLock(target.lock, of: target.path)
    try target.recover()
    let present = try target.check()
    try Disk.makeFolder(target.staging)
    if let present { try Disk.setPermissions(present.permissions, of: target.staging) }
    state = Mutex(State(lock: lock))
  }

  deinit {
    discard()
  }

  /// Adds one file to the new site, by a path that `SitePath` takes.
  ///
  /// Safe to call from several tasks at once.
  package func write(_ path: String, _ bytes: [UInt8]) throws(SiteFolderError) {
    try recordingFailure { () throws(SiteFolderError) in
      let path = try SitePath(path)
      let kept = try Disk.withBytes(of: bytes) { bytes throws(SiteFolderError) in
        let mayBeThere = try claim(path, FolderRecord.File(bytes))
        return try put(bytes, at: path.text, mayBeThere: mayBeThere)
      }
      state.withLock { kept ? ($0.tally.kept += 1) : ($0.tally.written += 1) }
    }
  }

  /// Where it is: absolute, and free of links.
  package var path: String { target.path }

  /// All files of the new site so far.
  package var record: FolderRecord { state.withLock { $0.record } }

  package var paths: Set<String> { record.paths }

  /// Whether the present site is, byte for byte, one that was written before.
  package func holds(_ record: FolderRecord) async -> Bool {
    guard record.isAll(of: target.path) else { return false }
    return await record.isWhole(in: target.path)
  }

  /// Lets `keep` take files over from a site that was written before.
  ///
  /// - Returns: false if the present site is not that one, byte for byte.
  package func adopt(_ record: FolderRecord) async -> Bool {
    let isThere = await holds(record)
    state.withLock { $0.present = isThere ? record : FolderRecord() }
    return isThere
  }

  /// Takes a file over from the site that was adopted.
  package func keep(_ path: String) throws(SiteFolderError) {
    try recordingFailure { () throws(SiteFolderError) in
      guard let file = state.withLock({ $0.present.file(path) }) else { throw .lost(path) }
      try claim(try SitePath(path), file)
      try link(path)
      state.withLock { $0.tally.kept += 1 }
    }
  }

  /// Swaps the new site in, once every write has returned.
  ///
  /// If it cannot, or if a write failed, the old one stays.
  @discardableResult
  package func commit() throws(SiteFolderError) -> Tally {
    defer { discard() }
    return try state.withLock { state throws(SiteFolderError) in
      let tally = try close(&state)
      try target.swapIn()
      return tally
    }
  }

  /// Drops the new site, if it was not committed.
  ///
  /// Safe to call at any moment, from any task: it waits for the end of a swap, and whatever is written
  /// afterwards fails.
  package func discard() {
    state.withLock { state in
      guard state.lock != nil else { return }
      state.isOpen = false
      target.removeStaging()
      state.lock = nil
    }
  }
}

extension SiteFolder {
  private struct State: ~Copyable {
    var lock: FolderLock?
    var isOpen = true
    var record = FolderRecord()
    /// All files of the site that is there, if it was adopted.
    var present = FolderRecord()
    /// The folders made so far, and whether the present site has each as a folder too.
    var folders = ["": true]
    var tally = Tally()
    var failure: SiteFolderError?

    init(lock: consuming FolderLock) {
      self.lock = consume lock
    }
  }

  /// Runs `work`, after whose failure nothing is committed.
  private func recordingFailure(
    _ work: () throws(SiteFolderError) -> Void
  ) throws(SiteFolderError) {
    do throws(SiteFolderError) {
      try work()
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
      throw error
    }
  }

  /// Makes sure that a path is used once, and that its folder is there.
  /// - Returns: whether the present site has that folder.
  @discardableResult
  private func claim(
    _ path: SitePath, _ file: FolderRecord.File
  ) throws(SiteFolderError) -> Bool {
    try state.withLock { state throws(SiteFolderError) in
      guard state.isOpen else { throw .closed(folder: target.path) }
      guard state.record.add(path.text, file) else { throw .writtenTwice(path.text) }
      var isThere = true
      for folder in path.folders {
        if state.folders[folder] == nil {
          try Disk.makeFolder("\(target.staging)/\(folder)")
          let present = try Disk.entry(at: "\(target.path)/\(folder)")
          state.folders[folder] = isThere && present?.kind == .folder
        }
        isThere = state.folders[folder] ?? false
      }
      return isThere
    }
  }

  /// - Returns: whether the present site's file was kept.
  private func put(
    _ bytes: UnsafeRawBufferPointer, at path: String, mayBeThere: Bool
  ) throws(SiteFolderError) -> Bool {
    let present = "\(target.path)/\(path)"
    let staged = "\(target.staging)/\(path)"
    let keeps = mayBeThere && Disk.file(at: present, holds: bytes)
    if keeps, try Disk.link(present, to: staged) { return true }
    try Disk.write(bytes, to: staged, timesOf: keeps ? present : nil)
    return keeps
  }

  /// Gives a file of the present site a second name, or copies it where there are none.
  private func link(_ path: String) throws(SiteFolderError) {
    let present = "\(target.path)/\(path)"
    let staged = "\(target.staging)/\(path)"
    if try Disk.link(present, to: staged) { return }
    try Disk.withBytes(of: try Disk.read(present)) { bytes throws(SiteFolderError) in
      try Disk.write(bytes, to: staged, timesOf: present)
    }
  }

  /// Ends the writing.
  private func close(_ state: inout State) throws(SiteFolderError) -> Tally {
    guard state.isOpen else { throw .closed(folder: target.path) }
    state.isOpen = false
    if let failure = state.failure { throw failure }
    guard state.record.has(SitePath.marker) else { throw .unmarked(folder: target.path) }
    return state.tally
  }
}
