internal import Glibc

/// What has come so far of a file that is being fetched; a later run goes on where this one ends.
///
/// The first line is the server's own mark of these bytes, so that they are never joined to those of
/// another file. Who opens it waits for whoever else has it open.
package final class PartialFile {
  private let path: String
  private let file: CInt
  /// The first line; without one the bytes are of no further use.
  package private(set) var mark: String?
  /// Bytes that have come, without the first line.
  package private(set) var count = 0
  /// Whether it is made of several answers, which may not fit.
  package private(set) var isJoined = false
  /// From then on the name may be another's.
  private var isRemoved = false

  private static let longestMark = 512

  /// Opens what an earlier run left, or a new file.
  package init(at path: String) throws(SiteFolderError) {
    self.path = path
    file = try Self.locked(path)
    var head = [UInt8](repeating: 0, count: Self.longestMark + 1)
    let length = head.withUnsafeMutableBytes { Disk.readSome(of: file, into: $0) ?? 0 }
    guard let end = head[..<length].firstIndex(of: UInt8(ascii: "\n")), end > 0 else { return }
    var status = stat()
    try Disk.check(fstat(file, &status), "look at", path)
    mark = String(decoding: head[..<end], as: UTF8.self)
    count = Int(status.st_size) - end - 1
    try Disk.check(lseek(file, 0, SEEK_END) < 0 ? -1 : 0, "read", path)
  }

  /// What no later run could go on with is removed.
  deinit {
    if count == 0 || mark == nil { remove() }
    close(file)
  }

  /// Drops what has come; a mark that is no line is none.
  package func restart(mark: String?) throws(SiteFolderError) {
    let fits = mark.map { $0.utf8.count <= Self.longestMark && $0.utf8.allSatisfy { $0 >= 0x20 } }
    self.mark = fits == true && mark != "" ? mark : nil
    count = 0
    isJoined = false
    try Disk.check(ftruncate(file, 0), "write", path)
    try Disk.check(lseek(file, 0, SEEK_SET) < 0 ? -1 : 0, "write", path)
    try write(Array("\(self.mark ?? "")\n".utf8))
  }

  /// Says that the next bytes come from another answer.
  package func join() { isJoined = true }

  package func append(_ bytes: [UInt8]) throws(SiteFolderError) {
    try write(bytes)
    count += bytes.count
  }

  private func write(_ bytes: [UInt8]) throws(SiteFolderError) {
    try Disk.withBytes(of: bytes) { bytes throws(SiteFolderError) in
      try Disk.write(bytes, to: file, at: path)
    }
  }

  /// All that has come.
  package func body() throws(SiteFolderError) -> [UInt8] {
    Array(try Disk.read(path).suffix(count))
  }

  package func remove() {
    guard !isRemoved else { return }
    isRemoved = true
    try? Disk.remove(path)
  }

  /// Opens and locks a file that still has its name: the holder before us may have removed it.
  private static func locked(_ path: String) throws(SiteFolderError) -> CInt {
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
      try Disk.check(file, "write", path)
      var result = flock(file, LOCK_EX)
      while result != 0, errno == EINTR { result = flock(file, LOCK_EX) }
      try Disk.check(result, "lock", path)
      if Disk.file(file, isStillAt: path) { return file }
      close(file)
    }
  }
}
