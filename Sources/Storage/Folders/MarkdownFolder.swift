internal import Synchronization
import Website

/// A folder of Markdown, perhaps a Git working tree, open for one build: only our files change.
///
/// 1. `init`: refuse a folder inside the site, lock it, read which files an earlier build wrote.
/// 2. `write`, from any task: what differs from the file that is there waits in a staging folder
///    beside it.
/// 3. `check`, before the site itself is swapped in: no file of anybody else would be overwritten.
/// 4. `commit`: the changed files move in, and those that only the earlier build wrote go; or
///    `discard`.
///
/// A build that is killed in the fourth step leaves some files new and some old; the next one
/// finishes its work.
package final class MarkdownFolder: FileSink {
  private let target: TargetFolder
  private let site: String
  private let earlier: MarkdownManifest?
  private let state: Mutex<State>

  /// Opens a folder that may be missing, and may hold files of others.
  package init(at path: String, outside site: SiteFolder) throws(SiteFolderError) {
    self.site = site.path
    target = try TargetFolder(path, outside: site.path)
    if try target.checkFolder() != nil { try Disk.mayWrite(in: target.path) }
    let lock = try FolderLock(target.lock, of: target.path)
    earlier = try Self.manifest(in: target.path)
    try Disk.remove(target.staging)
    try Disk.makeFolder(target.staging)
    state = Mutex(State(lock: lock))
  }

  deinit {
    discard()
  }

  /// Takes one file by a path that `SitePath` takes.
  ///
  /// Safe to call from several tasks at once.
  package func write(_ path: String, _ bytes: [UInt8]) throws(SiteFolderError) {
    try recordingFailure { () throws(SiteFolderError) in
      let path = try SitePath(path)
      try Disk.withBytes(of: bytes) { bytes throws(SiteFolderError) in
        try claim(path, FolderRecord.File(bytes))
        try stage(bytes, at: path.text)
      }
    }
  }

  /// Lets `keep` take files over from what was written before.
  ///
  /// - Returns: false if our files here are not those, byte for byte.
  package func adopt(_ record: FolderRecord) async -> Bool {
    let isThere = await holds(record)
    state.withLock { $0.present = isThere ? record : FolderRecord() }
    return isThere
  }

  /// Takes a file over from those that were adopted.
  package func keep(_ path: String) throws(SiteFolderError) {
    try recordingFailure { () throws(SiteFolderError) in
      guard let file = state.withLock({ $0.present.file(path) }) else { throw .lost(path) }
      try claim(try SitePath(path), file)
    }
  }

  /// Whether a file is there that no build of ours wrote.
  package func isTaken(_ path: String) throws(SiteFolderError) -> Bool {
    try Disk.entry(at: "\(target.path)/\(path)") != nil && !isOurs(path)
  }

  /// All files so far.
  package var record: FolderRecord { state.withLock { $0.record } }

  package var paths: Set<String> { record.paths }

  /// Whether our files here are, byte for byte, those of an earlier build, and no others.
  package func holds(_ record: FolderRecord) async -> Bool {
    guard earlier?.paths == record.paths else { return false }
    return await record.isWhole(in: target.path)
  }

  /// Refuses the whole if a write failed, or if a file of somebody else would be overwritten.
  package func check() throws(SiteFolderError) {
    try state.withLock { state throws(SiteFolderError) in try check(state) }
  }

  /// Moves the changed files in, once every write has returned.
  @discardableResult
  package func commit() throws(SiteFolderError) -> MarkdownTally {
    defer { discard() }
    return try state.withLock { state throws(SiteFolderError) in
      try check(state)
      state.isOpen = false
      return try MarkdownMove(
        target: target, earlier: earlier, paths: state.record.paths, staged: state.staged
      ).run()
    }
  }

  /// Drops what was not moved in.
  ///
  /// Safe to call at any moment, from any task: it waits for the end of a move, and whatever is written
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

extension MarkdownFolder {
  private struct State: ~Copyable {
    var lock: FolderLock?
    var isOpen = true
    var record = FolderRecord()
    /// All files of ours that are there, if they were adopted.
    var present = FolderRecord()
    /// The paths of the changed files; each waits under its number.
    var staged: [String] = []
    var foreign: Set<String> = []
    var folders: Set<String> = []
    var failure: SiteFolderError?

    init(lock: consuming FolderLock) {
      self.lock = consume lock
    }
  }

  private func check(_ state: borrowing State) throws(SiteFolderError) {
    guard state.isOpen else { throw .closed(folder: target.path) }
    if let failure = state.failure { throw failure }
    guard state.foreign.isEmpty else {
      throw .foreign(folder: target.path, files: state.foreign.sorted())
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

  private static func manifest(in folder: String) throws(SiteFolderError) -> MarkdownManifest? {
    let path = "\(folder)/\(MarkdownManifest.name)"
    guard let entry = try Disk.entry(at: path) else { return nil }
    guard entry.kind == .file,
      let manifest = MarkdownManifest(String(decoding: try Disk.read(path), as: UTF8.self))
    else { throw .foreign(folder: folder, files: [MarkdownManifest.name]) }
    return manifest
  }

  /// Makes sure that a path is used once, and that no link or file is where its folders should be.
  private func claim(_ path: SitePath, _ file: FolderRecord.File) throws(SiteFolderError) {
    try state.withLock { state throws(SiteFolderError) in
      guard state.isOpen else { throw .closed(folder: target.path) }
      guard !"\(target.path)/\(path.text)".hasPrefix(site + "/") else {
        throw .insideSite(folder: target.path, site: site)
      }
      guard state.record.add(path.text, file) else { throw .writtenTwice(path.text) }
      for folder in path.folders where state.folders.insert(folder).inserted {
        let present = try Disk.entry(at: "\(target.path)/\(folder)")
        guard present == nil || present?.kind == .folder else {
          throw .notAFolder("\(target.path)/\(folder)")
        }
      }
    }
  }

  /// Whether an earlier build wrote a file of that path.
  private func isOurs(_ path: String) -> Bool { earlier?.paths.contains(path) ?? false }

  private func stage(
    _ bytes: UnsafeRawBufferPointer, at path: String
  ) throws(SiteFolderError) {
    let present = "\(target.path)/\(path)"
    if Disk.file(at: present, holds: bytes) { return }
    if let entry = try Disk.entry(at: present), entry.kind == .folder || !isOurs(path) {
      return state.withLock { _ = $0.foreign.insert(path) }
    }
    let number = state.withLock { state in
      state.staged.append(path)
      return state.staged.count - 1
    }
    try Disk.write(bytes, to: "\(target.staging)/\(number)")
  }
}
