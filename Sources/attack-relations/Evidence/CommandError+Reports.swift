import Corpora
import Text

extension CommandError {
  /// A file of reports that cannot be read.
  init(_ error: ReportError, in file: String) {
    let what = "`\(file)` \(error.words)"
    switch error {
    case .foreign(let content): self.init(what, content.advice(for: file))
    case .empty, .brokenText, .brokenJSON: self.init(what, "export it again, as UTF-8")
    case .unclosedQuote: self.init(what, "close it, or double it inside a quoted cell")
    case .unknownFormat:
      self.init(
        what, "formats: \(EvidenceOptions.formats); a table needs a column `technique`",
        "name the format with --as")
    case .otherFormat: self.init(what, "leave out --as, so that the content tells the format")
    case .unusable: self.init(what)
    }
  }

  /// Weighted sets of more reports than can be counted.
  init(reportsInSets count: Int) {
    self.init(
      "the weighted sets stand for \(Format.count(count, "report")), expected at most "
        + Format.count(TechniqueSets.mostReports),
      "reduce fewer sightings, or divide all weights by the same number")
  }

  /// Reports that must not be passed on.
  init(red reports: [String], in file: String) {
    let count = Format.count(reports.count, "report")
    self.init(
      "`\(file)` has \(count) marked TLP:RED, such as “\(reports.first ?? "")”",
      "leave such reports out of the export, or take them with --allow-tlp-red")
  }
}
