package import Text

/// Reads files that people wrote: paths in, bytes out; the bytes are interpreted elsewhere.
package enum SourceReader {
  /// The most bytes of a file or a pipe that are read: more would fill the memory of many a machine.
  package static let limit = 2 << 30

  /// All bytes of a file; of a pipe, to its end.
  ///
  /// A file of more bytes than the limit is refused before it is read, a pipe once they have come.
  ///
  /// - Throws: `SourceError`.
  package static func bytes(
    of path: String, limit: Int = limit
  ) throws(SourceError) -> [UInt8] {
    guard let entry = try? Disk.entry(at: path, followingLinks: true) else { throw .missing }
    guard entry.kind != .folder else { throw .folder }
    guard entry.size <= limit else { throw .tooLarge }
    guard let bytes = try? Disk.read(path, followingLinks: true, upTo: limit + 1)
    else { throw .unreadable }
    guard bytes.count <= limit else { throw .tooLarge }
    return bytes
  }

  /// Whether there is something that can be read only once, such as a pipe or a terminal.
  package static func isStream(_ path: String) -> Bool {
    (try? Disk.entry(at: path, followingLinks: true))?.kind == .other
  }

  /// A file that may be missing, or be no file.
  package static func file(_ path: String) -> SourceFile {
    SourceFile(path: path, bytes: try? bytes(of: path))
  }

  /// Whether there is a folder; what is not there is none.
  ///
  /// - Throws: `SourceError.noFolder` where there is something else.
  package static func hasFolder(at path: String) throws(SourceError) -> Bool {
    guard let entry = try? Disk.entry(at: path, followingLinks: true) else { return false }
    guard entry.kind == .folder else { throw .noFolder }
    return true
  }

  /// All files below a folder, in the order of their paths; hidden ones are left out, and no link to a
  /// folder is followed.
  ///
  /// The paths are of these; there are none where there is no folder.
  package static func paths(below path: String) -> [String] {
    let names = ((try? Disk.names(in: path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
    return names.flatMap { name -> [String] in
      let path = path + "/" + name
      if (try? Disk.entry(at: path))?.kind == .folder { return paths(below: path) }
      let entry = try? Disk.entry(at: path, followingLinks: true)
      return entry?.kind == .file ? [path] : []
    }
  }

  /// The files of a folder, hidden ones left out; one that is not there holds nothing.
  ///
  /// What is neither a file nor a link to one has no bytes: a pipe in a folder would never end.
  package static func folder(_ path: String) -> SourceFolder {
    let names = ((try? Disk.names(in: path)) ?? []).filter { !$0.hasPrefix(".") }
    let files = names.map { name in
      let path = path + "/" + name
      let entry = try? Disk.entry(at: path, followingLinks: true)
      return (name, entry?.kind == .file ? file(path) : SourceFile(path: path, bytes: nil))
    }
    return SourceFolder(path: path, files: Dictionary(files) { first, _ in first })
  }
}

/// Why a file that was named could not be read.
package enum SourceError: Error, Equatable, Sendable {
  case missing
  case folder
  /// Something else than the folder that was expected.
  case noFolder
  case unreadable
  /// It has more bytes than `SourceReader.limit`.
  case tooLarge
}
