internal import CShipped
package import Text

/// The tool's own `Site` and `Templates`, which are part of its binary.
package enum ShippedFiles {
  /// Their paths from the root of the project: `Site/site.yml`.
  package static var paths: [String] { table.map { String(cString: $0.path) } }

  /// A file by its path.
  package static func file(_ path: String) -> SourceFile? {
    table.first { String(cString: $0.path) == path }.map(file)
  }

  /// The files that a folder of this path holds itself.
  package static func folder(_ path: String) -> SourceFolder {
    let start = path + "/"
    let files = table.map(file).filter {
      $0.path.hasPrefix(start) && !$0.path.dropFirst(start.count).contains("/")
    }
    let named = files.map { (String($0.path.dropFirst(start.count)), $0) }
    return SourceFolder(path: path, files: Dictionary(named) { first, _ in first })
  }

  private static var table: UnsafeBufferPointer<shipped_file> {
    var count = 0
    let start = all_shipped_files(&count)
    return UnsafeBufferPointer(start: start, count: count)
  }

  private static func file(_ file: shipped_file) -> SourceFile {
    SourceFile(
      path: String(cString: file.path),
      bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
  }
}
