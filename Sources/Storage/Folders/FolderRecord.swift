internal import Text

/// The files of a folder by their paths, each with its size and checksum: enough to recognise it.
package struct FolderRecord: Equatable, Sendable {
  struct File: Equatable, Sendable {
    let size: Int
    let checksum: UInt64

    init(_ bytes: UnsafeRawBufferPointer) {
      size = bytes.count
      checksum = Checksum.of(bytes)
    }

    init(size: Int, checksum: UInt64) {
      self.size = size
      self.checksum = checksum
    }
  }

  private var files: [String: File] = [:]

  package init() {}

  /// The number of files.
  package var count: Int { files.count }

  package var paths: Set<String> { Set(files.keys) }

  func has(_ path: String) -> Bool { files[path] != nil }

  func file(_ path: String) -> File? { files[path] }

  /// - Returns: false where the path is taken.
  mutating func add(_ path: String, _ file: File) -> Bool {
    let kept = files[path]
    if kept == nil { files[path] = file }
    return kept == nil
  }

  /// Whether every file lies in a folder as it was, with no link on the way to it.
  func isWhole(in folder: String) async -> Bool {
    for name in names.keys {
      let path = name.isEmpty ? folder : "\(folder)/\(name)"
      guard (try? Disk.entry(at: path))??.kind == .folder else { return false }
    }
    let all = Array(files)
    return await concurrentMap(all.count) { index in
      let (path, file) = all[index]
      return Disk.checksum(ofFile: "\(folder)/\(path)", size: file.size) == file.checksum
    }.allSatisfy { $0 }
  }

  /// Whether a folder has no file and no folder but these.
  func isAll(of folder: String) -> Bool {
    names.allSatisfy { name, names in
      let path = name.isEmpty ? folder : "\(folder)/\(name)"
      return (try? Disk.names(in: path)).map(Set.init) == names
    }
  }

  /// The names in each folder; that of the whole is "".
  private var names: [String: Set<String>] {
    var names: [String: Set<String>] = ["": []]
    for path in files.keys {
      var path = path[...]
      while let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
        let name = String(path[path.utf8.index(after: slash)...])
        path = path[..<slash]
        names[String(path), default: []].insert(name)
      }
      names["", default: []].insert(String(path))
    }
    return names
  }
}

extension FolderRecord: Codable {
  /// In columns, which are read faster than many small objects.
  private struct Columns: Codable {
    let paths: [String]
    let sizes: [Int]
    let checksums: [UInt64]
  }

  package init(from decoder: any Decoder) throws {
    let columns = try Columns(from: decoder)
    for (path, (size, checksum)) in zip(columns.paths, zip(columns.sizes, columns.checksums)) {
      files[try SitePath(path).text] = File(size: size, checksum: checksum)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    let sorted = files.sorted { $0.key < $1.key }
    try Columns(
      paths: sorted.map(\.key), sizes: sorted.map(\.value.size),
      checksums: sorted.map(\.value.checksum)
    ).encode(to: encoder)
  }
}
