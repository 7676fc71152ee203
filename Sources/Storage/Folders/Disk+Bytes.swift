internal import Glibc
internal import Text

/// Files by their bytes: read, write, compare.
extension Disk {
  /// Writes a new file; a name that is taken is an error.
  ///
  /// With a `model`, it takes that file's times.
  package static func write(
    _ bytes: UnsafeRawBufferPointer, to path: String, timesOf model: String? = nil
  ) throws(SiteFolderError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    try check(file, "write", path)
    do throws(SiteFolderError) {
      try write(bytes, to: file, at: path)
      if let model { try copyTimes(of: model, to: file) }
    } catch {
      close(file)
      throw error
    }
    try check(close(file), "write", path)
  }

  /// Writes a file, in place of what has its name: it appears whole or not at all, even if others write
  /// it just now.
  package static func replace(_ path: String, by bytes: [UInt8]) throws(SiteFolderError) {
    let new = "\(path).\(getpid()).\(UInt64.random(in: .min ... .max))"
    do throws(SiteFolderError) {
      try withBytes(of: bytes) { bytes throws(SiteFolderError) in try write(bytes, to: new) }
      try move(new, to: path)
    } catch {
      try? remove(new)
      throw error
    }
  }

  /// Removes what `replace` began in a folder, and did not finish since its process was killed.
  static func removeAbandoned(in folder: String) {
    for name in (try? names(in: folder)) ?? [] {
      let ending = name.split(separator: ".").suffix(2)
      guard ending.count == 2, let process = ending.first.flatMap({ pid_t($0) }), process > 0,
        ending.last.flatMap({ UInt64($0) }) != nil, kill(process, 0) != 0, errno == ESRCH
      else { continue }
      try? remove("\(folder)/\(name)")
    }
  }

  /// All bytes of a file; of a pipe, and of what else has no size, to its end.
  ///
  /// A link is followed only where that is asked for. What has more bytes than the limit is cut there, or
  /// a little later.
  static func read(
    _ path: String, followingLinks: Bool = false, upTo limit: Int = .max
  ) throws(SiteFolderError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | (followingLinks ? 0 : O_NOFOLLOW | O_NONBLOCK))
    try check(file, "read", path)
    defer { close(file) }
    var status = stat()
    try check(fstat(file, &status), "look at", path)
    let size = Int(status.st_size)
    var bytes = try part(of: file, upTo: max(size, 1 << 16), at: path)
    while !bytes.isEmpty, bytes.count != size, bytes.count < limit {
      let more = try part(of: file, upTo: max(size - bytes.count, 1 << 16), at: path)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// The checksums of the parts of a file, which are read one after the other into one buffer.
  static func checksums(of path: String) throws(SiteFolderError) -> [UInt64] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    try check(file, "read", path)
    defer { close(file) }
    let sums = withUnsafeTemporaryAllocation(byteCount: 1 << 18, alignment: 16) { buffer in
      var sums: [UInt64] = []
      while let length = readSome(of: file, into: buffer) {
        if length == 0 { return sums as [UInt64]? }
        sums.append(Checksum.of(UnsafeRawBufferPointer(rebasing: buffer[..<length])))
      }
      return nil
    }
    guard let sums else { throw fault("read", path) }
    return sums
  }

  /// The checksum of a regular file of this size; `nil` if there is none.
  static func checksum(ofFile path: String, size: Int) -> UInt64? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard isRegular(file, size: size) else { return nil }
    return withUnsafeTemporaryAllocation(byteCount: size, alignment: 16) { buffer in
      var count = 0
      while count < size,
        let length = readSome(of: file, into: .init(rebasing: buffer[count...])), length > 0
      {
        count += length
      }
      return count == size ? Checksum.of(UnsafeRawBufferPointer(buffer)) : nil
    }
  }

  /// Whether `path` is a regular file of exactly these bytes.
  static func file(at path: String, holds bytes: UnsafeRawBufferPointer) -> Bool {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    guard isRegular(file, size: bytes.count) else { return false }
    return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { part in
      var rest = bytes[...]
      while !rest.isEmpty, let length = readSome(of: file, into: part), length > 0 {
        guard length <= rest.count,
          part[..<length].elementsEqualByMemory(rest.prefix(length))
        else { return false }
        rest = rest.dropFirst(length)
      }
      return rest.isEmpty
    }
  }

  /// The bytes of any collection where they lie, or copied together if they lie apart.
  static func withBytes<Answer>(
    of bytes: some Collection<UInt8>,
    _ body: (UnsafeRawBufferPointer) throws(SiteFolderError) -> Answer
  ) throws(SiteFolderError) -> Answer {
    let answer = bytes.withContiguousStorageIfAvailable { part in
      Result { () throws(SiteFolderError) in try body(UnsafeRawBufferPointer(part)) }
    }
    if let answer { return try answer.get() }
    let copy = Array(bytes)
    return try copy.withUnsafeBytes { part in
      Result { () throws(SiteFolderError) in try body(part) }
    }.get()
  }

  /// - Returns: how many bytes came, 0 at the end, nothing after an error.
  static func readSome(of file: CInt, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    while true {
      let length = Glibc.read(file, buffer.baseAddress, buffer.count)
      if length >= 0 { return length }
      if errno != EINTR { return nil }
    }
  }

  private static func isRegular(_ file: CInt, size: Int) -> Bool {
    var status = stat()
    return fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && Int(status.st_size) == size
  }

  /// What comes in one go; nothing at the end.
  private static func part(
    of file: CInt, upTo length: Int, at path: String
  ) throws(SiteFolderError) -> [UInt8] {
    var isBroken = false
    let part = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      let length = readSome(of: file, into: UnsafeMutableRawBufferPointer(buffer))
      isBroken = length == nil
      count = length ?? 0
    }
    if isBroken { throw fault("read", path) }
    return part
  }

  /// Writes to an open file.
  static func write(
    _ bytes: UnsafeRawBufferPointer, to file: CInt, at path: String
  ) throws(SiteFolderError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let length = Glibc.write(file, part.baseAddress, part.count)
      if length < 0 && errno != EINTR { throw fault("write", path) }
      rest = rest.dropFirst(max(0, length))
    }
  }

  private static func copyTimes(of model: String, to file: CInt) throws(SiteFolderError) {
    var status = stat()
    try check(lstat(model, &status), "look at", model)
    try check(futimens(file, [status.st_atim, status.st_mtim]), "set the time of", model)
  }
}

extension Slice<UnsafeMutableRawBufferPointer> {
  fileprivate func elementsEqualByMemory(_ other: Slice<UnsafeRawBufferPointer>) -> Bool {
    let one = UnsafeRawBufferPointer(rebasing: self)
    let two = UnsafeRawBufferPointer(rebasing: other)
    guard one.count == two.count, let start = one.baseAddress, let end = two.baseAddress
    else { return one.count == two.count }
    return memcmp(start, end, one.count) == 0
  }
}
