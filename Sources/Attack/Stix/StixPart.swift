import Text

/// Consecutive objects of a list.
struct StixPart: Sendable {
  private(set) var entries: StixEntries
  /// The offset of the entry that follows; `nil` at the end of the list.
  private(set) var next: Int?
  /// The offset behind the last byte that was read.
  private(set) var end: Int

  /// Reads from the entry at one offset to the last that begins before the other.
  init(
    _ bytes: [UInt8], from start: Int, to limit: Int, depth: Int
  ) throws(JSONScanner.Fault) {
    var entries = StixEntries(in: max(0, limit - start))
    let result = bytes.withUnsafeBufferPointer { bytes in
      Result { () throws(JSONScanner.Fault) in
        var scanner = JSONScanner(bytes, at: start, depth: depth)
        var members = JSONMembers(capacity: 32)
        var pool = StixPool()
        var hasNext = true
        while hasNext, scanner.at < limit {
          try entries.read(&scanner, &members, sharing: &pool)
          hasNext = try scanner.hasNext(before: UInt8(ascii: "]"))
          _ = scanner.peek()
        }
        return (hasNext ? scanner.at : nil, scanner.at)
      }
    }
    (next, end) = try result.get()
    self.entries = entries
  }
}
