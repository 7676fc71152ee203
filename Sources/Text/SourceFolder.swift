/// A folder that somebody filled, as it was read: its files by their names, hidden ones left out.
package struct SourceFolder: Equatable, Sendable {
  /// Where it came from, for messages.
  package let path: String
  package let files: [String: SourceFile]

  package init(path: String, files: [String: SourceFile]) {
    self.path = path
    self.files = files
  }

  /// Its files, and those of another that it does not have.
  package func over(_ other: SourceFolder) -> SourceFolder {
    SourceFolder(path: path, files: files.merging(other.files) { own, _ in own })
  }

  /// The names of its files, sorted.
  package var names: [String] { files.keys.sorted() }

  /// The path of a file that is there, or that should be.
  package func path(of name: String) -> String { files[name]?.path ?? path + "/" + name }
}
