/// Numbers in sentences: with their units, in lists, in words.
///
/// Their digits are those of `ByteWriter`.
package enum Format {
  /// `1,762`.
  package static func count(_ value: Int) -> String { text { $0.count(value) } }

  /// `1 report`, `1,762 reports`.
  package static func count(_ value: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(count(value)) \(value == 1 ? singular : plural ?? singular + "s")"
  }

  /// With that many digits after the point, halves rounded away from zero: `1.50`.
  package static func decimal(_ value: Double, _ digits: Int) -> String {
    text { $0.decimal(value, digits) }
  }

  /// A share as a percentage, `51`; what is more than nothing is never `0`, and what is less than
  /// all never `100`.
  package static func percent(_ share: Double) -> String { text { $0.percent(share) } }

  /// `10.5`; as above.
  package static func finePercent(_ share: Double) -> String { text { $0.finePercent(share) } }

  /// The lower bound of a ratio, `1.27` of 1.276: what is sure is never rounded up.
  package static func bound(_ lower: Double, _ digits: Int = 2) -> String {
    let scale = Double(ByteWriter.powers[digits])
    return decimal((lower * scale).rounded(.down) / scale, digits)
  }

  /// The same in words: `at least 1.2×`; `at least 1.04×` or `above 1×` where fewer digits would
  /// show `at least 1.0×`.
  package static func atLeast(_ lower: Double) -> String {
    if lower > 1, lower < 1.01 { return "above 1×" }
    return "at least \(bound(lower, 1 < lower && lower < 1.1 ? 2 : 1))×"
  }

  /// A number for programs: the shortest text that reads back to the same value.
  package static func exact(_ value: Double) -> String { text { $0.exact(value) } }

  /// A number for programs, with that many significant digits: `0.5135` with four.
  package static func significant(_ value: Double, _ digits: Int) -> String {
    text { $0.significant(value, digits) }
  }

  private static func text(_ write: (inout ByteWriter) -> Void) -> String {
    var writer = ByteWriter(capacity: 32)
    write(&writer)
    return writer.text
  }

  /// `Log source` of `log source`.
  package static func capitalized(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  /// `a`, `a and b`, `a, b and c`.
  package static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Format {
  /// A small probability: `0.011`, or `1.9e-45`.
  package static func scientific(_ value: Double) -> String {
    if value >= 0.001 || value == 0 { return decimal(value, 3) }
    var (mantissa, power) = (value, 0)
    while mantissa < 1 {
      mantissa *= 10
      power -= 1
    }
    let text = decimal(mantissa, 1)
    return text == "10.0" ? "1.0e\(power + 1)" : "\(text)e\(power)"
  }
}
