import Measures
import Text

extension EvidenceGain {
  /// What the reports beside ATT&CK's are worth, in sentences.
  package var words: String {
    let low = Format.decimal(gain.lowerBound * 100, 1)
    let high = Format.decimal(gain.upperBound * 100, 1)
    let verdict =
      gain.lowerBound > 0
      ? "They make the suggestions better."
      : gain.upperBound < 0
        ? "They make the suggestions worse." : "The difference may be chance."
    return "Asked of ATT&CK’s \(Format.count(asked, "report")), the first ten suggestions find "
      + "\(Self.percent(without)) % of what was hidden without the \(Format.count(others, "other")), and "
      + "\(Self.percent(with)) % with them (difference, 95 %: \(low) to \(high) points). \(verdict)"
  }

  private static func percent(_ share: Double) -> String { Format.decimal(share * 100, 1) }
}
