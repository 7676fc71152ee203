/// A JSON value whose keys keep their order, so that the same input gives the same bytes.
package enum JSONText: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  case text(String)
  case number(Double)
  case integer(Int)
  case bool(Bool)
  case list([JSONText])
  case object([(key: String, value: JSONText)])
  case null

  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONText...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, JSONText)...) {
    self = .object(elements.map { (key: $0.0, value: $0.1) })
  }

  /// Without blanks.
  package var compact: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to json: inout String) {
    switch self {
    case .text(let text): Self.quote(text, to: &json)
    case .number(let number): json += number.isFinite ? Format.exact(number) : "null"
    case .integer(let number): json += String(number)
    case .bool(let bool): json += bool ? "true" : "false"
    case .null: json += "null"
    case .list(let values):
      json += "["
      for (place, value) in values.enumerated() {
        if place > 0 { json += "," }
        value.write(to: &json)
      }
      json += "]"
    case .object(let fields):
      json += "{"
      for (place, field) in fields.enumerated() {
        if place > 0 { json += "," }
        Self.quote(field.key, to: &json)
        json += ":"
        field.value.write(to: &json)
      }
      json += "}"
    }
  }

  private static func quote(_ text: String, to json: inout String) {
    json += "\""
    defer { json += "\"" }
    let isPlain = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain {
      json += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\t": json += "\\t"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          json.unicodeScalars.append(scalar)
        }
      }
    }
  }
}
