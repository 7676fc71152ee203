package import Corpora
import Text

extension Ledger {
  /// How many reports the site leaves out of all counts.
  package var leftOutCount: Int { reports.leftOut.count }

  /// `1,762 reports`, or `1,620 of 1,762 reports` where some are left out.
  package var reportsInWords: String {
    leftOutCount == 0
      ? Format.count(counted.count, "report")
      : "\(Format.count(counted.count)) of \(Format.count(corpus.reports.count, "report"))"
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
