internal import CExchange
internal import Glibc

/// The system calls that the output needs: paths in, values or `SiteFolderError` out.
///
/// Only `Disk*.swift`, `FolderLock.swift` and `PartialFile.swift` call the C library to read and write.
package enum Disk {
  /// What is at a path.
  package struct Entry: Equatable, Sendable {
    package enum Kind: Sendable { case file, folder, link, other }
    package let kind: Kind
    package let device: UInt64
    package let inode: UInt64
    package let size: Int
    package let permissions: UInt32
    /// The user that owns it.
    package let owner: UInt32
    /// Nanoseconds since 1970.
    package let modified: Int
  }

  /// - Returns: nothing, if there is none.
  package static func entry(
    at path: String, followingLinks: Bool = false
  ) throws(SiteFolderError) -> Entry? {
    var status = stat()
    if (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 { return Entry(status) }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw fault("look at", path)
  }

  /// The path without links, `.` and `..`, if all of it exists.
  package static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Where a symbolic link points, if `path` is one.
  static func destination(ofLink path: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX) + 1) { name in
      guard let start = name.baseAddress else { return nil }
      let length = readlink(path, start, Int(PATH_MAX))
      guard length > 0 else { return nil }
      start[length] = 0
      return String(cString: start)
    }
  }

  static func mayWrite(in folder: String) throws(SiteFolderError) {
    try check(access(folder, W_OK | X_OK), "write in", folder)
  }

  static func makeFolder(_ path: String, permissions: UInt32 = 0o755) throws(SiteFolderError) {
    try check(mkdir(path, permissions), "make", path)
  }

  static func setPermissions(_ permissions: UInt32, of path: String) throws(SiteFolderError) {
    try check(chmod(path, permissions), "set the permissions of", path)
  }

  static func move(_ path: String, to other: String) throws(SiteFolderError) {
    try check(rename(path, other), "rename to `\(other)`", path)
  }

  /// Swaps two names in one step.
  /// - Returns: false where the system or its file system cannot.
  package static func exchange(_ path: String, _ other: String) throws(SiteFolderError) -> Bool {
    if exchange_names(path, other) == 0 { return true }
    if errno == ENOSYS || errno == EINVAL { return false }
    throw fault("swap in", other)
  }

  /// Whether an open file still has the name by which it was opened: between its opening and its
  /// locking the holder before may have removed that.
  static func file(_ file: CInt, isStillAt path: String) -> Bool {
    var open = stat()
    var named = stat()
    return fstat(file, &open) == 0 && lstat(path, &named) == 0
      && open.st_ino == named.st_ino && open.st_dev == named.st_dev
  }

  /// Gives a file a second name.
  /// - Returns: false where the file system has no such names, or has no more of them.
  static func link(_ path: String, to other: String) throws(SiteFolderError) -> Bool {
    if Glibc.link(path, other) == 0 { return true }
    if [EPERM, EOPNOTSUPP, ENOSYS, EMLINK, EXDEV].contains(errno) { return false }
    throw fault("make", other)
  }

  /// What the system calls an error.
  package static func reason(of code: Int32) -> String {
    String(cString: strerror(code))
  }

  static func check(
    _ result: CInt, _ doing: String, _ path: String
  ) throws(SiteFolderError) {
    if result < 0 { throw fault(doing, path) }
  }

  /// The error of the last call; what is busy here is always a mount point.
  static func fault(_ doing: String, _ path: String) -> SiteFolderError {
    errno == EBUSY ? .mountPoint(path) : .system(doing: doing, path: path, code: errno)
  }
}

extension Disk.Entry {
  fileprivate init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    permissions = UInt32(status.st_mode & 0o7777)
    owner = status.st_uid
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }
}
