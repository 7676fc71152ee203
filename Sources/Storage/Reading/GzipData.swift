import Text
import CZlib

/// Data packed by gzip, RFC 1952, of one member or several.
package enum GzipData {
  /// Of what is unpacked, in bytes: a small file can hold what no memory does.
  package static let limit = 1 << 29

  /// Whether bytes begin as such data.
  package static func isPacked(_ bytes: [UInt8]) -> Bool { ForeignContent(bytes) == .gzip }

  /// Unpacks it.
  ///
  /// - Throws: `GzipError`.
  package static func unpack(_ bytes: [UInt8], limit: Int = limit) throws(GzipError) -> [UInt8] {
    var stream = z_stream()
    // 15 bits of window, and 16 for the header of gzip.
    guard
      inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .damaged }
    defer { inflateEnd(&stream) }
    var input = bytes
    var output: [UInt8] = []
    output.reserveCapacity(min(limit, bytes.count * 8))
    let result = input.withUnsafeMutableBufferPointer { input in
      Result { () throws(GzipError) in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(clamping: input.count)
        try inflate(&stream, into: &output, limit: limit)
      }
    }
    try result.get()
    return output
  }

  private static func inflate(
    _ stream: inout z_stream, into output: inout [UInt8], limit: Int
  ) throws(GzipError) {
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let size = chunk.count
      let (state, left) = chunk.withUnsafeMutableBufferPointer { chunk in
        stream.next_out = chunk.baseAddress
        stream.avail_out = UInt32(size)
        return (CZlib.inflate(&stream, Z_NO_FLUSH), Int(stream.avail_out))
      }
      output += chunk[..<(size - left)]
      guard output.count <= limit else { throw .tooLarge }
      switch state {
      case Z_STREAM_END:
        // Another member may follow.
        guard stream.avail_in > 0 else { return }
        guard inflateReset(&stream) == Z_OK else { throw .damaged }
      case Z_OK: continue
      case Z_BUF_ERROR where stream.avail_in == 0: throw .cut
      default: throw .damaged
      }
    }
  }
}

/// Why packed data cannot be unpacked.
package enum GzipError: Error, Equatable {
  /// The data ends too early.
  case cut
  case damaged
  /// It would fill more than the limit.
  case tooLarge
}
