import Text

/// The value of an attribute.
protocol AttributeValue {
  /// Whether the attribute is left out.
  var isAbsent: Bool { get }
  /// Whether HTML needs no quotes around it.
  var isPlain: Bool { get }
  /// Writes it, escaped for quotes.
  func write(to bytes: inout ByteWriter)
}

extension AttributeValue {
  var isAbsent: Bool { false }
  var isPlain: Bool { true }
}

extension String: AttributeValue {
  var isPlain: Bool {
    guard let last = utf8.last, last != UInt8(ascii: "/") else { return false }
    return utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0.needsNoQuote } }
      ?? utf8.allSatisfy { $0.needsNoQuote }
  }

  func write(to bytes: inout ByteWriter) { bytes.escape(self) }
}

extension ByteWriter {
  /// Writes the value of an attribute of HTML, with quotes where it needs them.
  mutating func attribute(_ value: String) {
    if value.isPlain { return put(text: value) }
    put("\"")
    escape(value)
    put("\"")
  }
}

extension Int: AttributeValue {
  func write(to bytes: inout ByteWriter) { bytes.integer(self) }
}

extension Optional: AttributeValue where Wrapped: AttributeValue {
  var isAbsent: Bool { self?.isAbsent ?? true }
  var isPlain: Bool { self?.isPlain ?? true }
  func write(to bytes: inout ByteWriter) { self?.write(to: &bytes) }
}

/// A number with one digit after the point, and perhaps a unit: `12.5%`.
struct Tenths: AttributeValue {
  let number: Double
  var unit: StaticString = ""

  func write(to bytes: inout ByteWriter) {
    bytes.decimal(number, 1)
    bytes.put(unit)
  }
}

/// The class of a step of colour, `b3`, or of what has none, and perhaps another: `c3 few`.
struct Step: AttributeValue {
  let scale: StaticString
  let number: Int?
  var other: StaticString = ""

  init(_ scale: StaticString, _ number: Int? = nil, and other: StaticString = "") {
    self.scale = scale
    self.number = number
    self.other = other
  }

  var isPlain: Bool { other.utf8CodeUnitCount == 0 }

  func write(to bytes: inout ByteWriter) {
    bytes.put(scale)
    if let number { bytes.integer(number) }
    if isPlain { return }
    bytes.put(" ")
    bytes.put(other)
  }
}

/// `translate(88,40)`.
struct Translation: AttributeValue {
  let x: Int
  var y: Int?

  func write(to bytes: inout ByteWriter) {
    bytes.put("translate(")
    bytes.integer(x)
    if let y {
      bytes.put(",")
      bytes.integer(y)
    }
    bytes.put(")")
  }
}

/// The box of a drawing from its upper left corner, `0 0 328 244`.
struct ViewBox: AttributeValue {
  let width: Int
  let height: Int

  var isPlain: Bool { false }

  func write(to bytes: inout ByteWriter) {
    bytes.put("0 0 ")
    bytes.integer(width)
    bytes.put(" ")
    bytes.integer(height)
  }
}

extension UInt8 {
  /// Whether it is allowed in an attribute value without quotes.
  var needsNoQuote: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "%"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
