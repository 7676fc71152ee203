package import Attack

/// A corpus by those of its reports that count: the look-ups of the corpus without the others.
package struct CountedCorpus: Sendable {
  /// All reports, those that do not count too.
  package let whole: Corpus
  /// Which of them count.
  package let selection: Corpus.Selection
  /// The reports that count, the newest first.
  package let newestFirst: [Index<Report>]
  /// For each technique those of its reports that count, the newest first.
  package let reportsOfTechnique: IndexedList<Technique, [Index<Report>]>
  /// For each report the year of its publication, where that is known.
  private let years: IndexedList<Report, Int?>
  /// How many of the reports that count are of each year.
  package let countsByYear: [Int: Int]

  /// Without a selection all reports count.
  package init(_ whole: Corpus, _ selection: Corpus.Selection? = nil) {
    let selection = selection ?? whole.all
    self.whole = whole
    self.selection = selection
    newestFirst = selection.filter(whole.newestFirst)
    reportsOfTechnique = whole.reportsOfTechnique.mapValues(selection.filter)
    years = whole.reports.mapValues { $0.published?.year }
    countsByYear = Self.counts(selection.reports, years)
  }

  private static func counts(
    _ reports: [Index<Report>], _ years: IndexedList<Report, Int?>
  ) -> [Int: Int] {
    reports.reduce(into: [:]) { counts, report in
      if let year = years[report] { counts[year, default: 0] += 1 }
    }
  }
}

extension CountedCorpus {
  /// How many reports count.
  package var count: Int { selection.count }

  /// The reports that count, ascending.
  package var reports: [Index<Report>] { selection.reports }

  package func report(_ index: Index<Report>) -> Report { whole.reports[index] }

  /// How many of some reports are of each year.
  package func countsByYear(of reports: [Index<Report>]) -> [Int: Int] {
    Self.counts(reports, years)
  }

  /// The reports that cite both techniques, ascending.
  package func reports(
    citing technique: Index<Technique>, _ partner: Index<Technique>
  ) -> [Index<Report>] {
    selection.filter(
      whole.citations.rows(ofColumns: technique.number, partner.number).map { Index($0) })
  }

  /// The procedures of an actor, with or without a report.
  package func procedures(ofActor actor: Index<Actor>) -> [Corpus.Procedure] {
    whole.proceduresOfActor[actor].map { whole.procedures[$0] }
  }
}

extension Corpus {
  /// The procedures that a report cites for a technique.
  package func procedures(
    ofReport report: Index<Report>, with technique: Index<Technique>
  ) -> [Procedure] {
    let (ofReport, ofTechnique) = (proceduresOfReport[report], proceduresOfTechnique[technique])
    // The shorter list is quicker to look through.
    return ofReport.count < ofTechnique.count
      ? ofReport.filter { procedures[$0].technique == technique }.map { procedures[$0] }
      : ofTechnique.filter { procedures[$0].reports.contains(report) }.map { procedures[$0] }
  }

  /// The actors that are recorded with a technique, ascending.
  package func actors(of technique: Index<Technique>) -> [Index<Actor>] {
    Set(proceduresOfTechnique[technique].compactMap { procedures[$0].actor }).sorted()
  }
}
