/// The folder of a site, and the files beside it during a build.
package struct TargetFolder: Equatable, Sendable {
  /// Absolute, and free of links.
  package let path: String

  /// Follows links, also to what is not there yet, and makes the folders above it.
  ///
  /// A folder that lies in that of a `site`, or is the same, is refused.
  package init(_ path: String, outside site: String? = nil) throws(SiteFolderError) {
    self.path = try Self.resolve(path, linksLeft: 40)
    if let site, self.path == site || self.path.hasPrefix(site + "/") {
      throw .insideSite(folder: self.path, site: site)
    }
    try Disk.makeFolders(Disk.split(self.path).parent)
  }

  var lock: String { beside("lock") }
  /// Where the new site grows; after the swap, the old one until it is gone.
  var staging: String { beside("building") }
  /// Holds the old site if the two cannot be swapped in one step.
  var replaced: String { beside("replaced") }

  /// Refuses what may not be replaced.
  /// - Returns: what is there now, or nothing.
  @discardableResult
  package func check() throws(SiteFolderError) -> Disk.Entry? {
    guard let entry = try checkFolder() else { return nil }
    let marker = try Disk.entry(at: "\(path)/\(SitePath.marker)")
    if marker?.kind != .file, let found = try Disk.names(in: path).first {
      throw .notOurs(folder: path, found: found)
    }
    try Disk.mayWrite(in: path)
    return entry
  }

  /// Refuses what is not a folder, or cannot be swapped with a folder beside it.
  /// - Returns: what is there now, or nothing.
  func checkFolder() throws(SiteFolderError) -> Disk.Entry? {
    guard let entry = try Disk.entry(at: path) else { return nil }
    guard entry.kind == .folder else { throw .notAFolder(path) }
    let parent = try Disk.entry(at: path + "/..")
    guard parent?.device == entry.device, parent?.inode != entry.inode else {
      throw .mountPoint(path)
    }
    return entry
  }

  /// Clears away what a killed build left; a site it was about to replace comes back.
  package func recover() throws(SiteFolderError) {
    if try Disk.entry(at: path) == nil, try Disk.entry(at: replaced) != nil {
      try Disk.move(replaced, to: path)
    }
    try Disk.remove(replaced)
    try Disk.remove(staging)
  }

  /// Removes the staging folder; a file that a task had begun to write may come in meanwhile, so it is tried
  /// again.
  func removeStaging() {
    for _ in 1...100 {
      if (try? Disk.remove(staging)) != nil { return }
    }
  }

  /// Replaces the present site by the staged one, and removes it.
  ///
  /// Where two names cannot be swapped in one step (`exchange` returns false), it takes two.
  package func swapIn(
    exchange: (String, String) throws(SiteFolderError) -> Bool = Disk.exchange
  ) throws(SiteFolderError) {
    if try check() == nil { return try Disk.move(staging, to: path) }
    if try exchange(staging, path) { return try Disk.remove(staging) }
    try Disk.move(path, to: replaced)
    do throws(SiteFolderError) {
      try Disk.move(staging, to: path)
    } catch {
      try Disk.move(replaced, to: path)
      throw error
    }
    try Disk.remove(replaced)
  }
}

extension TargetFolder {
  private func beside(_ role: String) -> String {
    let (parent, name) = Disk.split(path)
    return "\(parent == "/" ? "" : parent)/.\(name).\(role)"
  }

  private static func resolve(
    _ path: String, linksLeft: Int
  ) throws(SiteFolderError) -> String {
    if let real = Disk.realPath(path) { return real }
    let (parent, name) = Disk.split(path)
    guard !["", ".", ".."].contains(name) else { throw .notAFolder(path) }
    if let next = Disk.destination(ofLink: parent + "/" + name) {
      guard linksLeft > 0 else { throw .notAFolder(path) }
      return try resolve(
        next.hasPrefix("/") ? next : parent + "/" + next, linksLeft: linksLeft - 1)
    }
    let real = try resolve(parent, linksLeft: linksLeft)
    return real == "/" ? "/" + name : real + "/" + name
  }
}
