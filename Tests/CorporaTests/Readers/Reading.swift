import Attack
import Corpora
import TestSupport

/// A file of reports as tests look at it: read, and its techniques looked up among a few.
struct Reading {
  let file: ReportFile
  let reports: [TeamReport]

  /// Live: T1003, T1003.001, T1041, T1047, T1059, T1059.001, T1071.001, T1204.002, T1566, T1566.001; T1086 leads to
  /// T1059.001, and T1064 nowhere.
  static let knowledge = Knowledge.make(
    live.map { .make($0) } + [
      .make("T1086") { $0.isRevoked = true }, .make("T1086", "revoked-by", "T1059.001"),
      .make("T1064") { $0.isDeprecated = true },
    ])

  static let live = [
    "T1003", "T1003.001", "T1041", "T1047", "T1059", "T1059.001", "T1071.001", "T1204.002",
    "T1566", "T1566.001",
  ]

  static let resolver = TechniqueResolver(knowledge)

  init(
    _ text: String, name: String = "sample", as format: ReportFormat? = nil,
    by resolver: TechniqueResolver = resolver
  ) throws(ReportError) {
    try self.init(bytes: Array(text.utf8), name: name, as: format, by: resolver)
  }

  init(
    bytes: [UInt8], name: String = "sample", as format: ReportFormat? = nil,
    by resolver: TechniqueResolver = resolver
  ) throws(ReportError) {
    file = try ReportFile(bytes, name: name, as: format)
    reports = file.reports.map { TeamReport($0, ofFile: name, by: resolver) }
  }

  /// For each report the ids of its live techniques.
  var techniques: [[String]] { reports.map { $0.techniques.map(Self.id) } }

  /// For each report which technique comes before which, as `T1047>T1041`; with `!` where only a failed branch leads there.
  var pairs: [[String]] {
    reports.map { report in
      report.pairs.map {
        "\(Self.id($0.before))>\(Self.id($0.after))" + ($0.onFailure ? "!" : "")
      }
    }
  }

  /// For each report what its order is.
  var orders: [OrderKind?] { reports.map(\.order?.kind) }

  /// What is odd about the file and its reports, as `2:1 words`.
  var remarks: [String] {
    (file.remarks + reports.flatMap(\.remarks)).map { remark in
      (remark.place.map { "\($0) " } ?? "") + remark.text
    }
  }

  /// What the reports name that is no live technique, as `2:1 T9999`.
  var unknown: [String] {
    reports.flatMap(\.unknown).map { "\($0.place) \($0.technique.text)" }
  }

  /// What revoked ids lead to, as `T1086>T1059.001`.
  var followed: [String] {
    reports.flatMap { $0.followed.map { "\($0.key)>\(Self.id($0.value))" } }.sorted()
  }

  /// Title, date and marking of each report, as `Night shift, 2026-03-14, amber`.
  var heads: [String] {
    reports.map { report in
      let date = report.details.date.map { "\($0)" + (report.details.isDateOfAdding ? "*" : "") }
      return [report.title, date, report.details.tlp?.rawValue].compactMap(\.self)
        .joined(separator: ", ")
    }
  }

  private static func id(_ index: Index<Technique>) -> String {
    knowledge.techniques[index].id.description
  }
}
