/// A table for programs, as RFC 4180 has it: a header, LF, quotes where needed.
package struct CSVFile: Sendable {
  package private(set) var text: String

  package init(_ header: String...) { text = header.joined(separator: ",") + "\n" }

  package mutating func add(_ row: Field...) {
    for (place, field) in row.enumerated() {
      if place > 0 { text += "," }
      field.write(to: &text)
    }
    text += "\n"
  }

  package enum Field: ExpressibleByStringLiteral {
    /// A text: guarded against spreadsheets that would run it.
    case text(String)
    case count(Int)
    /// To nine digits, and as many after the point: finer than any page shows.
    case number(Double)
    /// To four digits: what a page shows, where `cooccurrence.csv` has it finer.
    case rounded(Double)

    package init(stringLiteral value: String) { self = .text(value) }

    func write(to csv: inout String) {
      switch self {
      case .text(let text): csv += Self.quoted(Self.guarded(text))
      case .count(let count): csv += String(count)
      case .number(let number): csv += Format.fine(number)
      case .rounded(let number): csv += Format.significant(number, 4)
      }
    }

    /// A cell that begins with one of these would be a formula.
    private static func guarded(_ text: String) -> String {
      switch text.utf8.first {
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
        UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        "'" + text
      default: text
      }
    }

    private static func quoted(_ text: String) -> String {
      guard text.utf8.contains(where: breaksCell) else { return text }
      return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func breaksCell(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
      default: false
      }
    }
  }
}
