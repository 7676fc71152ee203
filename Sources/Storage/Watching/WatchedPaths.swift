/// The files and folders that a watch looks at, by their paths; none of them has to be there.
///
/// It looks again and again rather than asking the system for events: editors replace files by
/// renaming, folders come later, and drives of a network send no events, but a look finds all of it.
/// A look at a hundred files takes less than a millisecond.
package struct WatchedPaths: Equatable, Sendable {
  package let files: [String]
  /// The files that lie directly in these count, hidden ones left out, as a build reads them.
  package let folders: [String]
  /// Files, or folders of which all files below count, hidden ones left out.
  package let trees: [String]

  /// - Parameters:
  ///   - files: of folders among them it counts alone whether they are there.
  ///   - folders: their files count.
  ///   - trees: of folders among them all files below count.
  package init(files: [String], folders: [String] = [], trees: [String] = []) {
    self.files = files
    self.folders = folders
    self.trees = trees
  }

  /// The same with others.
  package func adding(_ other: WatchedPaths) -> WatchedPaths {
    WatchedPaths(
      files: files + other.files, folders: folders + other.folders, trees: trees + other.trees)
  }

  /// What is there now.
  package func look() -> FileLook {
    var look = FileLook()
    for path in files + folders { look.add(path) }
    for folder in folders {
      let names = (try? Disk.names(in: folder)) ?? []
      for name in names where !name.hasPrefix(".") { look.add("\(folder)/\(name)") }
    }
    for tree in trees {
      look.add(tree)
      for path in SourceReader.paths(below: tree) { look.add(path) }
    }
    return look
  }

  /// Waits until something is not as it was seen, and two looks in a row find the same: whoever
  /// writes several files, or a large one, has ended then.
  ///
  /// - Throws: `CancellationError`.
  package func look(
    after seen: FileLook, every pause: Duration = .milliseconds(100)
  ) async throws -> FileLook {
    var before = seen
    while true {
      try await Task.sleep(for: pause)
      let now = look()
      if now != seen, now == before { return now }
      before = now
    }
  }
}
