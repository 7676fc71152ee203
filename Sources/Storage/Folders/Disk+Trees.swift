internal import Attack
internal import Glibc
import Text

/// Folders with all that is in them: list, remove.
extension Disk {
  /// The names in a folder, sorted.
  package static func names(in folder: String) throws(SiteFolderError) -> [String] {
    guard let stream = opendir(folder) else { throw fault("read", folder) }
    defer { closedir(stream) }
    return names(of: stream).map { name in
      String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }.sorted()
  }

  /// The paths of the regular files below a folder, relative to it, in no order.
  ///
  /// Links are passed over, and so are names that no file of a site has, hidden ones among them.
  static func files(below folder: String) throws(SiteFolderError) -> [String] {
    var files: [String] = []
    for name in try names(in: folder) where FileName.isSafe(name) && !name.hasPrefix(".") {
      switch try entry(at: "\(folder)/\(name)")?.kind {
      case .file: files.append(name)
      case .folder: files += try Self.files(below: "\(folder)/\(name)").map { "\(name)/\($0)" }
      default: break
      }
    }
    return files
  }

  /// Makes a folder that may be there already, and the folders above it.
  static func makeFolders(_ path: String) throws(SiteFolderError) {
    if let entry = try entry(at: path, followingLinks: true) {
      guard entry.kind == .folder else { throw .notAFolder(path) }
      return
    }
    try makeFolders(split(path).parent)
    try makeFolder(path)
  }

  /// A path's last name, and the folder that has it.
  static func split(_ path: String) -> (parent: String, name: String) {
    var path = path[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    guard let slash = path.lastIndex(of: "/") else { return (".", String(path)) }
    let parent = path[..<slash]
    return (parent.isEmpty ? "/" : String(parent), String(path[path.index(after: slash)...]))
  }

  /// Removes what is at `path`, and never follows a link; nothing there is no error.
  package static func remove(_ path: String) throws(SiteFolderError) {
    guard let entry = try entry(at: path) else { return }
    guard entry.kind == .folder else { return try check(unlink(path), "remove", path) }
    try empty(open(path, folderFlags), path)
    try check(rmdir(path), "remove", path)
  }

  /// Removes a folder if nothing is in it.
  static func removeIfEmpty(_ folder: String) throws(SiteFolderError) {
    if rmdir(folder) != 0, ![ENOTEMPTY, EEXIST, ENOENT].contains(errno) {
      throw fault("remove", folder)
    }
  }

  private static let folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

  /// Removes all that is in an open folder, and closes it.
  ///
  /// Names go back to the system as the bytes they are.
  private static func empty(_ folder: CInt, _ path: String) throws(SiteFolderError) {
    try check(folder, "remove", path)
    guard let stream = fdopendir(folder) else { throw fault("remove", path) }
    defer { closedir(stream) }
    for name in names(of: stream) where unlinkat(folder, name, 0) != 0 {
      guard errno == EISDIR else { throw fault("remove a file in", path) }
      try empty(openat(folder, name, folderFlags), path)
      try check(unlinkat(folder, name, AT_REMOVEDIR), "remove a folder in", path)
    }
  }

  /// All names but `.` and `..`, each ended by 0.
  private static func names(of stream: OpaquePointer) -> [[CChar]] {
    var names: [[CChar]] = []
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    while let entry = readdir(stream) {
      let start = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
      let name = Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
      if name != [46, 0] && name != [46, 46, 0] { names.append(name) }
    }
    return names
  }
}
