import Attack
package import Corpora
import Text

extension FilteredReports {
  /// `1,762 reports`, or `1,620 of 1,762 reports` where some are left out.
  package var countInWords: String {
    leftOut.isEmpty
      ? Format.count(countedCount, "report")
      : "\(Format.count(countedCount)) of \(Format.count(countedCount + leftOutCount, "report"))"
  }

  /// What is left out, with how many reports for each reason; `nil` if nothing is.
  var leftOutInWords: String? {
    guard !leftOut.isEmpty else { return nil }
    return Format.list(
      ReportFilter.Reason.allCases.filter(filter.isOn).map { reason in
        "\(Format.count(leftOutCounts[reason] ?? 0)) \(filter.words(reason))"
      })
  }

  /// Why a report is left out; `nil` for one that counts.
  func reasonsInWords(of report: Index<Report>) -> String? {
    let reasons = reasons[report]
    return reasons.isEmpty ? nil : Format.list(reasons.map(filter.words))
  }
}

extension ReportFilter {
  /// What it leaves out, as names and values for programs; those that are set.
  package var settings: [(name: String, value: String)] {
    [
      ("reports.leave_out.manuals", manuals ? "true" : nil),
      ("reports.leave_out.techniques_from", techniquesFrom.map(String.init)),
      ("reports.leave_out.before", before.map(String.init)),
    ].compactMap { name, value in value.map { (name, $0) } }
  }

  /// What is left out for a reason, in words: `reports cited only for tools`.
  package func words(_ reason: Reason) -> String {
    switch reason {
    case .manual: "reports cited only for tools"
    case .large: "reports of \(techniquesFrom ?? Self.large) techniques or more"
    case .old: "reports from before \(before.map(String.init) ?? "some year")"
    }
  }
}
