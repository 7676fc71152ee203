/// A value of a JSON text that `JSONScanner` has stepped over: what it is, decoded when asked for.
///
/// It looks into the memory that was lent to the scanner.
package struct JSONValue {
  package let kind: Kind
  /// With its quotation marks or brackets.
  let bytes: UnsafeBufferPointer<UInt8>

  package enum Kind {
    case object, array, number, `true`, `false`, null
    /// A string without escapes, and one with some.
    case text, escapedText
  }

  init(_ kind: Kind, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.kind = kind
    self.bytes = bytes
  }

  /// How many bytes after another its first one is.
  func offset(from base: UnsafePointer<UInt8>?) -> Int {
    guard let base, let start = bytes.baseAddress else { return 0 }
    return start - base
  }

  /// The text of a string; `nil` for any other value.
  package var text: String? {
    switch kind {
    case .text: String(decoding: content, as: UTF8.self)
    case .escapedText: String(decoding: JSONEscapes.decode(content), as: UTF8.self)
    default: nil
    }
  }

  /// Lends the bytes of a string without escapes; `nil` for any other value.
  package func withPlainText<Result>(_ read: (borrowing Span<UInt8>) -> Result) -> Result? {
    kind == .text ? read(content.span) : nil
  }

  /// `nil` for all that is neither true nor false.
  package var flag: Bool? {
    switch kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// `nil` for all that is no number.
  package var number: Double? {
    kind == .number ? Double(String(decoding: bytes, as: UTF8.self)) : nil
  }

  /// `nil` for all that is no number written as an integer, or too large for one.
  package var integer: Int? {
    kind == .number ? Int(String(decoding: bytes, as: UTF8.self)) : nil
  }

  /// The elements of an array; `nil` for all that is none.
  package var elements: [JSONValue]? {
    guard kind == .array else { return nil }
    var scanner = JSONScanner(bytes)
    return try? scanner.elements()
  }

  /// The members of an object; `nil` for all that is none.
  package var members: JSONMembers? {
    guard kind == .object else { return nil }
    var scanner = JSONScanner(bytes)
    return try? scanner.members()
  }

  /// Replaces `members` by the members of an object.
  ///
  /// - Returns: whether it is one.
  package func read(into members: inout JSONMembers) -> Bool {
    guard kind == .object else { return false }
    var scanner = JSONScanner(bytes)
    return (try? scanner.read(into: &members)) != nil
  }

  /// Whether it is a string equal to `text`.
  package func equals(_ text: StaticString) -> Bool {
    if kind == .escapedText { return self.text == text.description }
    return kind == .text
      && content.hasSameBytes(
        as: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Whether it has as many bytes as it needs to be a string equal to `text`, which most have not.
  @inline(__always)
  func mayEqual(_ text: StaticString) -> Bool {
    bytes.count == text.utf8CodeUnitCount + 2 || kind == .escapedText
  }

  private var content: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[1..<(bytes.count - 1)])
  }
}

/// Two values are the same where their bytes are.
extension JSONValue: Equatable {
  package static func == (left: JSONValue, right: JSONValue) -> Bool {
    left.bytes.hasSameBytes(as: right.bytes)
  }

  /// A hash of its bytes, which nobody can foresee who does not know the seed.
  package func hash(seed: UInt64) -> UInt64 { bytes.hash(seed: seed) }
}

extension JSONScanner {
  /// Steps over an array, and gives its elements.
  mutating func elements() throws(Fault) -> [JSONValue] {
    var elements: [JSONValue] = []
    try enter(UInt8(ascii: "["))
    while try hasNext(before: UInt8(ascii: "]")) { elements.append(try value()) }
    return elements
  }

  /// Steps over an object, and gives its members.
  package mutating func members() throws(Fault) -> JSONMembers {
    var members = JSONMembers(capacity: 16)
    try read(into: &members)
    return members
  }

  /// Steps over an object as far as to the value of a key, the first of that name.
  mutating func value(of key: StaticString) throws(Fault) -> JSONValue? {
    try enter(UInt8(ascii: "{"))
    while try hasNext(before: UInt8(ascii: "}")) {
      let isMeant = try self.key().equals(key)
      let value = try value()
      if isMeant { return value }
    }
    return nil
  }

  /// Steps over an object, and replaces `members` by its own.
  package mutating func read(into members: inout JSONMembers) throws(Fault) {
    members.removeAll()
    try enter(UInt8(ascii: "{"))
    while try hasNext(before: UInt8(ascii: "}")) { members.append(try key(), try value()) }
  }
}
