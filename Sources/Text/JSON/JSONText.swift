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
    var writer = ByteWriter()
    write(to: &writer)
    return writer.text
  }

  /// A file: the same, and a line's end.
  package var line: [UInt8] {
    var writer = ByteWriter()
    write(to: &writer)
    writer.put("\n")
    return writer.bytes
  }

  /// Without blanks.
  package func write(to json: inout ByteWriter) {
    switch self {
    case .text(let text): json.quote(text)
    case .number(let number): number.isFinite ? json.exact(number) : json.put("null")
    case .integer(let number): json.integer(number)
    case .bool(let bool): json.put(bool ? "true" : "false")
    case .null: json.put("null")
    case .list(let values):
      json.put("[")
      json.list(values) { $0.write(to: &$1) }
      json.put("]")
    case .object(let fields):
      json.put("{")
      json.list(fields) { field, json in
        json.quote(field.key)
        json.put(":")
        field.value.write(to: &json)
      }
      json.put("}")
    }
  }
}
