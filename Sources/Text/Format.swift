import Foundation

/// The one place where numbers become text.
package enum Format {
  /// `1,762`.
  package static func count(_ value: Int) -> String {
    let digits = Array(String(abs(value)))
    var text = value < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// `1 report`, `1,762 reports`.
  package static func count(_ value: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(count(value)) \(value == 1 ? singular : plural ?? singular + "s")"
  }

  /// With so many digits after the point, halves away from nought: `1.50`.
  package static func decimal(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite else { return "–" }
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((abs(value) * Double(scale)).rounded(.toNearestOrAwayFromZero))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return sign + String(scaled) }
    let fraction = String(scaled % scale)
    return sign + "\(scaled / scale)."
      + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  /// A share as a percentage, `51`; what is more than nothing is never `0`, and what is less than
  /// all never `100`.
  package static func percent(_ share: Double) -> String {
    if share > 0, share < 0.01 { return "<1" }
    if share < 1, share > 0.99 { return ">99" }
    return decimal(share * 100, 0)
  }

  /// `10.5`; as above.
  package static func finePercent(_ share: Double) -> String {
    if share > 0, share < 0.001 { return "<0.1" }
    if share < 1, share > 0.999 { return ">99.9" }
    return decimal(share * 100, 1)
  }

  /// The lower bound of a ratio, `1.27` of 1.276: what is sure is never rounded up.
  package static func bound(_ lower: Double, _ digits: Int = 2) -> String {
    let scale = pow(10, Double(digits))
    return decimal((lower * scale).rounded(.down) / scale, digits)
  }

  /// The same in words: `at least 1.2×`; `at least 1.04×` or `above 1×` where fewer digits would
  /// tell of nothing.
  package static func atLeast(_ lower: Double) -> String {
    if lower > 1, lower < 1.01 { return "above 1×" }
    return "at least \(bound(lower, 1 < lower && lower < 1.1 ? 2 : 1))×"
  }

  /// A number for programs: the shortest text that reads back to the same value.
  package static func exact(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A number for programs, to so many significant digits: `0.5135` to four.
  package static func significant(_ value: Double, _ digits: Int) -> String {
    String(format: "%.*g", digits, value)
  }

  /// A number for programs, to nine significant digits and to as many after the point: `1.076923077`.
  package static func fine(_ value: Double) -> String {
    let whole = abs(value) < 1 ? 0 : Int(log10(abs(value))) + 1
    return significant(value, 9 + whole)
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
