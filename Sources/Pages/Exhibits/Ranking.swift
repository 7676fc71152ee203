package import Measures

/// The ten techniques seen most often with one, each with its bar and its evidence.
package struct Ranking: Sendable {
  package let entries: [Entry]

  package struct Entry: Sendable {
    package let id: String
    package let name: String
    package let path: String
    package let tactics: [String]
    /// The data components that show it, where the technique of the page runs.
    package let components: [String]
    /// The log sources that do.
    package let sources: [String]
    /// Reports that cite both.
    package let together: Int
    /// Reports that cite the technique of the page.
    package let base: Int
    package let interval: WilsonInterval?
    package let expectedShare: Double
    package let ratio: Double
    package let lower: Double
    package let grade: Grade?
    /// The newest of the reports.
    package let evidence: [Evidence]
    /// Where all of them are.
    package let allPath: String

    package var share: Double { base == 0 ? 0 : Double(together) / Double(base) }
    package var support: SampleSize { SampleSize(base: base) }
  }

  /// A report, and on whose behalf it is cited.
  package struct Evidence: Sendable {
    package let published: String
    package let title: String
    package let path: String
    package let actors: [String]
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
