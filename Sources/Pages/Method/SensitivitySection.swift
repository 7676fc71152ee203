import Corpora
import Measures
import Text

/// What a site leaves out of its counts, and what each such choice changes.
struct SensitivitySection {
  private let reports: FilteredReports
  private let trials: [FilterSensitivity]

  init(_ reports: FilteredReports, _ trials: [FilterSensitivity]) {
    self.reports = reports
    self.trials = trials
  }

  /// The values for the section of `Templates/method.md`.
  struct Contents: Sendable {
    /// What is left out, where anything is: `142 reports cited only for tools`.
    let leftOut: String?
    let reports: String
    let firm: String
    let rows: [Row]
  }

  /// One choice, reversed.
  struct Row: Sendable {
    let choice: String
    let reports: String
    let firm: String
    let gained: String
    let lost: String
    let tens: String
    let replaced: String
  }

  /// `nil` for bundles without reports.
  var contents: Contents? {
    guard let first = trials.first?.change, first.reportsBefore + reports.leftOut.count > 0
    else { return nil }
    return Contents(
      leftOut: reports.leftOutInWords, reports: Format.count(first.reportsBefore),
      firm: Format.count(first.firmBefore), rows: trials.map(row))
  }

  private func row(_ trial: FilterSensitivity) -> Row {
    let change = trial.change
    let isLeftOut = trial.filter.isOn(trial.reason)
    let named = isLeftOut ? trial.filter : reports.filter
    return Row(
      choice: "\(named.words(trial.reason)) \(isLeftOut ? "left out" : "counted too")",
      reports: Format.count(change.reportsAfter), firm: Format.count(change.firmAfter),
      gained: Format.count(change.firmGained), lost: Format.count(change.firmLost),
      tens: "\(Format.count(change.listsChanged)) of \(Format.count(change.lists))",
      replaced: Format.finePercent(change.shareReplaced))
  }
}

extension SensitivitySection.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("leftOut", \.leftOut),
    .text("reports", \.reports),
    .text("firm", \.firm),
    .items("rows", \.rows),
  ]
}

extension SensitivitySection.Row: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("choice", \.choice),
    .text("reports", \.reports),
    .text("firm", \.firm),
    .text("gained", \.gained),
    .text("lost", \.lost),
    .text("tens", \.tens),
    .text("replaced", \.replaced),
  ]
}
