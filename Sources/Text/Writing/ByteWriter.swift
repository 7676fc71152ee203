internal import Foundation

/// Bytes as they are written: the one writer under every format of a site.
///
/// All unsafe code of writing is in this file: a buffer of its own that grows, and what copies
/// into it. Numbers and escapes are written by these few verbs. It is public, since other modules
/// inline nothing else: its verbs are the most called of all.
public struct ByteWriter: ~Copyable {
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var used = 0

  /// - Parameter capacity: the bytes that have room before the buffer grows.
  package init(capacity: Int = 1024) {
    self.capacity = max(capacity, 32)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// How many bytes there are.
  @inlinable
  public var count: Int { used }

  /// All of it.
  package var bytes: [UInt8] { [UInt8](UnsafeBufferPointer(start: start, count: count)) }

  /// All of it, as a text.
  package var text: String {
    String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Hands all of it to `body` without a copy.
  package func withBytes<Answer, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    try body(UnsafeBufferPointer(start: start, count: count).span)
  }

  /// The byte that was written last.
  package var last: UInt8? { count > 0 ? start[count - 1] : nil }

  /// Whether `text` was written last.
  package func ends(with text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    return length <= count
      && (0..<length).allSatisfy {
        start[count - length + $0] == text.utf8Start[$0]
      }
  }

  /// Takes back the bytes from `end` on; their room stays.
  package mutating func cut(to end: Int) { used = min(used, max(0, end)) }
}

extension ByteWriter {
  /// All items, with commas between them.
  @inlinable
  public mutating func list<Items: Sequence>(
    _ items: Items, _ write: (Items.Element, inout ByteWriter) -> Void
  ) {
    for (position, item) in items.enumerated() {
      if position > 0 { put(",") }
      write(item, &self)
    }
  }
}

extension ByteWriter {
  /// A literal of our source code, unescaped.
  @inlinable @inline(__always)
  public mutating func put(_ literal: StaticString) {
    put(literal.utf8Start, literal.utf8CodeUnitCount)
  }

  @inlinable @inline(__always)
  public mutating func put(byte: UInt8) {
    if count == capacity { grow(by: 1) }
    start[count] = byte
    used += 1
  }

  /// A text as it is, in UTF-8.
  @inlinable
  public mutating func put(text: some StringProtocol) {
    withUTF8(of: text) { $0.put($1) }
  }

  @inlinable
  public mutating func put(bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { put($0) }
  }

  @inlinable
  public mutating func put(bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { put($0) }
  }

  /// What another has written.
  package mutating func put(_ other: borrowing ByteWriter) { put(other.start, other.count) }

  /// A number in decimal digits, with zeros before it up to a width of at most 32.
  package mutating func digits(_ number: UInt64, atLeast width: Int = 1) {
    var length = 1
    var limit: UInt64 = 10
    while length < 20, number >= limit {
      length += 1
      limit &*= 10
    }
    length = max(length, min(width, 32))
    if capacity - count < length { grow(by: length) }
    used += length
    var rest = number
    for digit in 1...length {
      start[count - digit] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  /// `%.*g` of the C library, for what its callers cannot round exactly.
  mutating func printed(_ value: Double, _ digits: Int) {
    let room = 40 + max(0, digits)
    if capacity - count < room { grow(by: room) }
    let free = UnsafeMutableRawPointer(start + count).assumingMemoryBound(to: CChar.self)
    used += Int(withVaList([Int32(digits), value]) { vsnprintf(free, room, "%.*g", $0) })
  }
}

extension ByteWriter {
  /// Text escaped for HTML or XML, for element content and quoted attribute values.
  @inlinable
  public mutating func escape(_ text: some StringProtocol) {
    withUTF8(of: text) { $0.escape($1) }
  }

  /// Markdown's text as HTML, where an apostrophe stays as it is.
  package mutating func escape(markdown text: Span<UInt8>) {
    text.withUnsafeBufferPointer { escape($0, but: UInt8(ascii: "'")) }
  }

  /// Text as a JSON string in its quotes.
  @inlinable
  public mutating func quote(_ text: some StringProtocol) {
    withUTF8(of: text) { $0.quote($1) }
  }

  /// Text as a cell of a CSV file: quoted where needed, and guarded against spreadsheets that would
  /// run it.
  @inlinable
  public mutating func cell(_ text: some StringProtocol) {
    withUTF8(of: text) { $0.cell($1) }
  }

  @usableFromInline
  mutating func escape(_ text: UnsafeBufferPointer<UInt8>) { escape(text, but: nil) }

  /// Escapes all special characters of markup, except perhaps one.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, but exception: UInt8?) {
    put(text) {
      text.endOfMarkupText(from: $0)
    } replacing: {
      $0 != exception
    } with: {
      $0.escape($1)
    }
  }

  /// Text with other signs in place of some bytes.
  ///
  /// - Parameters:
  ///   - text: in UTF-8.
  ///   - next: the first index from one on whose byte may be replaced; the count where none may.
  ///   - isReplaced: whether such a byte is.
  ///   - write: puts what stands in its place.
  @inline(__always)
  private mutating func put(
    _ text: UnsafeBufferPointer<UInt8>, next: (Int) -> Int, replacing isReplaced: (UInt8) -> Bool,
    with write: (inout ByteWriter, UInt8) -> Void
  ) {
    var done = 0
    var index = next(0)
    while index < text.count {
      if isReplaced(text[index]) {
        put(text, done..<index)
        write(&self, text[index])
        done = index + 1
      }
      index = next(index + 1)
    }
    put(text, done..<text.count)
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): put("&amp;")
    case UInt8(ascii: "<"): put("&lt;")
    case UInt8(ascii: ">"): put("&gt;")
    case UInt8(ascii: "\""): put("&quot;")
    default: put("&#39;")
    }
  }

  @usableFromInline
  mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    put(byte: UInt8(ascii: "\""))
    put(text) {
      text.endOfPlainText(from: $0)
    } replacing: {
      $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
    } with: {
      $0.escapeJSON($1)
    }
    put(byte: UInt8(ascii: "\""))
  }

  private mutating func escapeJSON(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): put("\\\"")
    case UInt8(ascii: "\\"): put("\\\\")
    case UInt8(ascii: "\n"): put("\\n")
    case UInt8(ascii: "\t"): put("\\t")
    default:
      put(byte < 0x10 ? "\\u000" : "\\u001")
      let digit = byte & 15
      put(byte: digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  @usableFromInline
  mutating func cell(_ text: UnsafeBufferPointer<UInt8>) {
    let isQuoted = text.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    if isQuoted { put(byte: UInt8(ascii: "\"")) }
    if let first = text.first, Self.beginsFormula(first) { put(byte: UInt8(ascii: "'")) }
    put(text) {
      text.firstIndex(of: UInt8(ascii: "\""), from: $0)
    } replacing: { _ in
      true
    } with: { writer, _ in
      writer.put("\"\"")
    }
    if isQuoted { put(byte: UInt8(ascii: "\"")) }
  }

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }
}

extension ByteWriter {
  @inlinable @inline(__always)
  mutating func put(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    if capacity - count < length { grow(by: length) }
    (start + count).update(from: bytes, count: length)
    used += length
  }

  @inlinable
  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let start = bytes.baseAddress { put(start, bytes.count) }
  }

  private mutating func put(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    put(UnsafeBufferPointer(rebasing: bytes[range]))
  }

  /// Runs `body` on the UTF-8 of a text, without a copy where the text lies in one piece.
  @inlinable @inline(__always)
  mutating func withUTF8(
    of text: some StringProtocol, _ body: (inout ByteWriter, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { body(&self, $0) }
    if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { body(&self, $0) } }
  }

  @usableFromInline @inline(never)
  mutating func grow(by length: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: max(2 * capacity, count + length))
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
    capacity = max(2 * capacity, count + length)
  }
}
