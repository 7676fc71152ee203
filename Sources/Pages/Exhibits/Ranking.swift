package import Corpora
package import Measures

/// What to look for besides one technique: the most telling partners, each with its bar and its
/// evidence, and below them what is common in any intrusion.
package struct Ranking: Sendable {
  /// The id of the technique whose partners these are.
  package let technique: String
  /// The most telling first.
  package let entries: [Entry]
  /// Those common in any intrusion, which are folded away.
  package let common: [Entry]
  /// Those seen most often that are in neither list; they show in that order only.
  package let others: [Entry]
  /// Where all partners are, those of most reports first.
  package let allPath: String
  /// The years of the reports, as far as they are known.
  package let years: ClosedRange<Int>?

  package struct Entry: Sendable {
    package let id: String
    package let name: String
    package let path: String
    package let tactics: [String]
    /// The data components that show it, where the technique of the page runs.
    package let components: [String]
    /// The log source and channel that best show the first of them.
    package let channel: String?
    /// Whether its page names a log source that shows it.
    package let isShown: Bool
    /// Reports that cite both.
    package let together: Int
    /// Reports that cite the technique of the page.
    package let base: Int
    package let interval: WilsonInterval?
    package let expectedShare: Double
    package let ratio: Double
    /// `nil` if nothing is judged on so few reports.
    package let grade: Grade?
    /// Its place among those seen most often, from 1; `nil` further down.
    package let often: Int?
    /// The newest of the reports; none of what is not among the most telling.
    package let evidence: [Evidence]
    /// How far it is covered; `nil` where nobody says.
    package let coverage: Coverage.State?
    /// Whose they are, where not all are ATT&CK's: `3 ours, 2 TIE`.
    package let origins: String?
    /// Where all of them are.
    package let allPath: String

    package var share: Double { base == 0 ? 0 : Double(together) / Double(base) }
    package var support: SampleSize { SampleSize(base: base) }
  }

  /// A report, who publishes it, and on whose behalf it is cited.
  package struct Evidence: Sendable {
    package let published: String
    package let title: String
    package let path: String
    package let publisher: String?
    package let actors: [String]
    /// Whose it is, where it is not ATT&CK's: `ours`.
    package let origin: String?
  }
}

/// How reliable a percentage is, by the number of reports in its base.
package enum SampleSize: Sendable {
  /// Fewer than five: words only.
  case words
  /// Fewer than twenty: shown faintly.
  case faint
  case full

  package init(base: Int) {
    self = base < 5 ? .words : base < 20 ? .faint : .full
  }
}
