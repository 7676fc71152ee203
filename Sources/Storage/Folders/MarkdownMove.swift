/// The last step of a folder of Markdown: changed files move in, files of the past go.
struct MarkdownMove {
  let target: TargetFolder
  /// What an earlier build wrote, if there was one.
  let earlier: MarkdownManifest?
  /// All files of this build.
  let paths: Set<String>
  /// Those that changed; each waits in the staging folder under its number.
  let staged: [String]

  /// Before anything moves the list names the files of both builds: should this one be killed, the
  /// next knows them as ours.
  func run() throws(SiteFolderError) -> MarkdownTally {
    let gone = (earlier?.paths ?? []).subtracting(paths)
    let both = MarkdownManifest(paths: paths.union(gone))
    if try Disk.entry(at: target.path) == nil { try Disk.makeFolder(target.path) }
    if both != earlier { try put(both) }
    for (number, path) in staged.enumerated() { try moveIn(number, to: path) }
    var removed = 0
    for path in gone.sorted() where try remove(path) { removed += 1 }
    if !gone.isEmpty { try put(MarkdownManifest(paths: paths)) }
    return MarkdownTally(
      written: staged.count, kept: paths.count - staged.count, removed: removed)
  }
}

extension MarkdownMove {
  private func put(_ manifest: MarkdownManifest) throws(SiteFolderError) {
    let staged = "\(target.staging)/\(MarkdownManifest.name)"
    try Disk.withBytes(of: manifest.text.utf8) { bytes throws(SiteFolderError) in
      try Disk.write(bytes, to: staged)
    }
    try Disk.move(staged, to: "\(target.path)/\(MarkdownManifest.name)")
  }

  private func moveIn(_ number: Int, to path: String) throws(SiteFolderError) {
    for folder in try SitePath(path).folders
    where try Disk.entry(at: "\(target.path)/\(folder)") == nil {
      try Disk.makeFolder("\(target.path)/\(folder)")
    }
    try Disk.move("\(target.staging)/\(number)", to: "\(target.path)/\(path)")
  }

  /// Removes a file of an earlier build, and the folders that it leaves empty.
  /// - Returns: whether it was there.
  private func remove(_ path: String) throws(SiteFolderError) -> Bool {
    let folders = try SitePath(path).folders.map { "\(target.path)/\($0)" }
    for folder in folders where try Disk.entry(at: folder)?.kind != .folder { return false }
    let file = "\(target.path)/\(path)"
    guard let entry = try Disk.entry(at: file), entry.kind != .folder else { return false }
    try Disk.remove(file)
    for folder in folders.reversed() { try Disk.removeIfEmpty(folder) }
    return true
  }
}
