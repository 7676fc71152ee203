/// What a look at files and folders found: enough to see that one was written, replaced or removed.
package struct FileLook: Equatable, Sendable {
  private enum Finding: Equatable {
    case folder
    case other(Disk.Entry)
  }

  private var found: [String: Finding] = [:]

  package init() {}

  /// Looks at what is at a path, following links; nothing there is no finding.
  mutating func add(_ path: String) {
    guard let entry = try? Disk.entry(at: path, followingLinks: true) else { return }
    found[path] = entry.kind == .folder ? .folder : .other(entry)
  }

  /// Leaves out what another look found.
  package mutating func forget(_ other: FileLook) {
    for path in other.found.keys { found[path] = nil }
  }

  /// The same with what another look found as well.
  package func adding(_ other: FileLook) -> FileLook {
    var both = self
    both.found.merge(other.found) { $1 }
    return both
  }

  /// What differs from an earlier look, by path, sorted; not a folder whose files do.
  package func changes(since earlier: FileLook) -> [String] {
    let paths = Set(found.keys).union(earlier.found.keys)
      .filter { found[$0] != earlier.found[$0] }
    return paths.filter { path in !paths.contains { $0.hasPrefix(path + "/") } }.sorted()
  }
}
