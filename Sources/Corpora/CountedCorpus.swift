package import Attack

/// A corpus by those of its reports that count: the look-ups of the corpus without the others.
package struct CountedCorpus: Sendable {
  /// All reports, those that do not count too.
  package let whole: Corpus
  /// Which of them count.
  package let selection: Corpus.Selection
  /// The reports that count, the newest first.
  package let newestFirst: [Index<Report>]
  /// For each technique those of its reports that count and are known by themselves, the newest first.
  package let reportsOfTechnique: IndexedList<Technique, [Index<Report>]>
  /// For each technique how many reports cite it, those that weighted sets stand for too.
  package let totals: IndexedList<Technique, Int>
  /// How many reports count.
  package let count: Int
  /// The reports that count, by whose they are.
  package let tally: OriginTally
  /// What weighted sets add, by origin.
  private let setTotals: [SetTotals]
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
    let reportsOfTechnique = whole.reportsOfTechnique.mapValues(selection.filter)
    let setTotals = Self.setTotals(whole, selection)
    self.reportsOfTechnique = reportsOfTechnique
    self.setTotals = setTotals
    count = whole.weight(of: selection.reports)
    tally = whole.tally(selection.reports)
    totals = IndexedList(for: reportsOfTechnique.indices) { technique in
      setTotals.reduce(reportsOfTechnique[technique].count) { $0 + $1[technique, technique] }
    }
    years = whole.reports.mapValues { $0.published?.year }
    countsByYear = Self.counts(selection.reports, years, whole)
  }

  private static func counts(
    _ rows: [Index<Report>], _ years: IndexedList<Report, Int?>, _ whole: Corpus
  ) -> [Int: Int] {
    rows.reduce(into: [:]) { counts, row in
      if let year = years[row] { counts[year, default: 0] += whole.weight(ofRow: row) }
    }
  }

  private static func setTotals(_ whole: Corpus, _ selection: Corpus.Selection) -> [SetTotals] {
    let rows = Dictionary(grouping: whole.setSources, by: \.origin)
      .mapValues { $0.flatMap { $0.rows.filter(selection.contains) } }
    return rows.sorted { $0.key < $1.key }.map { SetTotals(whole, $0.key, $0.value) }
  }
}

extension CountedCorpus {
  /// The rows that count, ascending: reports, and weighted sets in the place of others.
  package var rows: [Index<Report>] { selection.reports }

  /// The reports that count and are known by themselves, ascending.
  package var reports: [Index<Report>] { selection.named(in: whole) }

  /// The sets of a source that count, those of most reports first, then by their techniques.
  package func heaviest(of source: SetSource) -> [Index<Report>] {
    source.rows.filter(selection.contains).sorted {
      (whole.weight(ofRow: $1), $0) < (whole.weight(ofRow: $0), $1)
    }
  }

  package func report(_ index: Index<Report>) -> Report { whole.reports[index] }

  /// How many of some reports are of each year.
  package func countsByYear(of reports: [Index<Report>]) -> [Int: Int] {
    Self.counts(reports, years, whole)
  }

  /// The rows that cite a technique, ascending: reports, and weighted sets in the place of others.
  package func rows(citing technique: Index<Technique>) -> [Index<Report>] {
    selection.filter(whole.citations.rows(ofColumn: technique.number).map { Index($0) })
  }

  /// How many reports cite both techniques.
  package func together(_ technique: Index<Technique>, _ partner: Index<Technique>) -> Int {
    setTotals.reduce(reports(citing: technique, partner).count) { $0 + $1[technique, partner] }
  }

  /// What weighted sets say of two techniques, or of one with itself: by origin how many reports they stand for.
  func reportsOfSets(
    _ technique: Index<Technique>, _ partner: Index<Technique>
  ) -> [(origin: Report.Origin, count: Int)] {
    setTotals.map { ($0.origin, $0[technique, partner]) }
  }

  /// The reports that cite both techniques and are known by themselves, ascending.
  package func reports(
    citing technique: Index<Technique>, _ partner: Index<Technique>
  ) -> [Index<Report>] {
    let rows = whole.citations.rows(
      ofColumns: technique.number, partner.number, amongFirst: whole.named.count)
    return selection.filter(rows.map { Index($0) })
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
