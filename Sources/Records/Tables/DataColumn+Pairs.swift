import Measures
import Pages

/// The columns that several tables of pairs share.
extension DataColumn {
  static let firstOfPair = DataColumn(
    "technique_a", .technique, "the technique of the pair whose id comes first")
  static let secondOfPair = DataColumn("technique_b", .technique, "the other one")
  static let reportsOfFirst = DataColumn(
    "reports_a", .count(of: "reports"), "reports that cite technique_a")
  static let reportsOfSecond = DataColumn(
    "reports_b", .count(of: "reports"), "reports that cite technique_b")
  static let together = DataColumn("together", .count(of: "reports"), "reports that cite both")
  static let expected = DataColumn(
    "expected", .number(from: 0, of: "reports"),
    "reports that would cite both by chance alone, given their lengths")
  static let ratio = DataColumn(
    "ratio", .number(from: 0),
    "how many times the expected were seen, kept near 1 where reports are few: (together + 5) / "
      + "(expected + 5)")
  static let lower = DataColumn("lower", .number(from: 0), "the 5 % lower bound of the ratio")
  static let pValue = DataColumn(
    "p_value", .share, "the probability of that many reports or more by chance")
  static let qValue = DataColumn(
    "q_value", .share, "that probability, corrected for testing all pairs at once")
  static let grade = DataColumn(
    "grade", .word(Grade.allCases.map(\.rawValue)),
    "how sure it is that the pair stands out; empty below three reports", isOptional: true)
  static let family = DataColumn(
    "family", .flag,
    "whether one is a sub-technique of the other, or both are of one technique; no ranking lists "
      + "such pairs")

  static let ours = DataColumn(
    "internal", .count(of: "reports"), "those of the reports with both that are the team’s own")

  /// The same where it does not always apply.
  func orEmpty(_ holds: String) -> DataColumn { DataColumn(name, form, holds, isOptional: true) }
}
