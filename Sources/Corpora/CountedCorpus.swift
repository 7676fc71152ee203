/// A corpus by those of its reports that count: the look-ups of the corpus without the others.
package struct CountedCorpus: Sendable {
  /// All reports, those that do not count too.
  package let whole: Corpus
  /// Which of them count.
  package let selection: Corpus.Selection
  /// The reports that count, the newest first.
  package let newestFirst: [Int]
  /// For each technique those of its reports that count, the newest first.
  package let reportsOfTechnique: [[Int]]
  /// For each report the year of its publication, where that is known.
  private let years: [Int?]
  /// How many of the reports that count are of each year.
  package let countsByYear: [Int: Int]

  /// Without a selection all reports count.
  package init(_ whole: Corpus, _ selection: Corpus.Selection? = nil) {
    let selection = selection ?? whole.all
    self.whole = whole
    self.selection = selection
    newestFirst = selection.filter(whole.newestFirst)
    reportsOfTechnique = whole.reportsOfTechnique.map(selection.filter)
    years = whole.reports.map { $0.published?.year }
    countsByYear = Self.counts(selection.rows, years)
  }

  private static func counts(_ reports: [Int], _ years: [Int?]) -> [Int: Int] {
    reports.reduce(into: [:]) { counts, report in
      if let year = years[report] { counts[year, default: 0] += 1 }
    }
  }
}

extension CountedCorpus {
  /// How many reports count.
  package var count: Int { selection.count }

  /// The indices of the reports that count, ascending.
  package var rows: [Int] { selection.rows }

  /// A report by its index in the whole corpus.
  package func report(_ index: Int) -> Report { whole.reports[index] }

  /// How many of some reports are of each year.
  package func countsByYear(of reports: [Int]) -> [Int: Int] { Self.counts(reports, years) }

  /// The reports that cite both techniques, ascending.
  package func reports(citing technique: Int, _ partner: Int) -> [Int] {
    selection.filter(whole.citations.rows(ofColumns: technique, partner))
  }

  /// The procedures of an actor, with or without a report.
  package func procedures(ofActor actor: Int) -> [Corpus.Procedure] {
    whole.proceduresOfActor[actor].map { whole.procedures[$0] }
  }
}

extension Corpus {
  /// The procedures that a report cites for a technique.
  package func procedures(ofReport report: Int, with technique: Int) -> [Procedure] {
    proceduresOfReport[report].map { procedures[$0] }.filter { $0.technique == technique }
  }

  /// The actors that are recorded with a technique, ascending.
  package func actors(of technique: Int) -> [Int] {
    Set(proceduresOfTechnique[technique].compactMap { procedures[$0].actor }).sorted()
  }
}
