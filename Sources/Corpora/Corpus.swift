package import Attack
import Text

/// Which report cites which technique, and on whose behalf: all reports, by key.
///
/// A `Selection` decides which of them count. Techniques and actors are those of the `Knowledge` that
/// it was made from.
package struct Corpus: Sendable {
  /// By key; those that are known by themselves, and then weighted sets in the place of others.
  package let reports: IndexedList<Report, Report>
  /// Reports x techniques.
  package let citations: BitMatrix
  /// In the order of the citations, those without a report included.
  package let procedures: IndexedList<Procedure, Procedure>
  /// For each report the actors on whose behalf it is cited for a technique, ascending.
  package let citedBy: IndexedList<Report, [Index<Actor>]>
  /// For each report the actors on whose behalf it is cited for anything at all, ascending.
  package let namedBy: IndexedList<Report, [Index<Actor>]>
  /// For each report its date, by the first citation of all that tells it, for anything at all.
  package let namedOn: IndexedList<Report, PartialDate?>

  /// For each report, and each of its techniques, the most public of those who say so; empty where all is ATT&CK's.
  let originsOfReport: IndexedList<Report, [Report.Origin]>
  /// The names of public sets of reports, by the numbers of their origins.
  package let sets: [String]
  /// How many reports each weighted set stands for.
  let setWeights: [Int]
  /// Whose the weighted sets are, in the order of their rows.
  package let setSources: [SetSource]
  /// What is odd about the citations.
  package let notices: [Notice]

  /// For each report its techniques, ascending.
  package let techniquesOfReport: IndexedList<Report, [Index<Technique>]>
  /// For each technique its reports, the newest first.
  package let reportsOfTechnique: IndexedList<Technique, [Index<Report>]>
  /// For each report, technique and actor its procedures, ascending.
  package let proceduresOfReport: IndexedList<Report, [Index<Procedure>]>
  package let proceduresOfTechnique: IndexedList<Technique, [Index<Procedure>]>
  package let proceduresOfActor: IndexedList<Actor, [Index<Procedure>]>
  /// The reports by their date, the newest first; those without a date last.
  package let newestFirst: [Index<Report>]
  /// For each report its position in `newestFirst`.
  package let age: IndexedList<Report, Int>

  /// How an actor uses a technique, according to reports.
  package struct Procedure: Sendable {
    /// `nil` if the reports name nobody.
    package let actor: Index<Actor>?
    package let technique: Index<Technique>
    package let description: String
    /// Ascending.
    package let reports: [Index<Report>]
    /// The team's own collection that states it; `nil` of ATT&CK's.
    package let collection: TeamCollection?
    package let origin: Report.Origin
  }
}

extension Corpus {
  /// What ATT&CK cites for its live uses, in the order of the relationships' ids, and then a team's evidence.
  ///
  /// - Parameters:
  ///   - knowledge: the releases.
  ///   - evidence: other reports, in the order in which they were given.
  ///   - isAlone: whether the evidence is all, without what ATT&CK cites.
  package init(_ knowledge: Knowledge, _ evidence: Evidence = .none, isAlone: Bool = false) {
    self.init(
      (isAlone ? [] : knowledge.uses.map(Citation.init)) + evidence.citations,
      techniques: knowledge.techniques.indices, actors: knowledge.actors.indices,
      lastYear: knowledge.lastYear, sets: evidence.setNames,
      weighted: (evidence.weightedSets, knowledge.techniqueIDs))
  }

  /// - Parameters:
  ///   - citations: in the order that decides which of several texts describes a report.
  ///   - techniques: all that there are, cited or not.
  ///   - actors: all that there are.
  ///   - lastYear: the last in which a report can have been published; `nil` if that is unknown.
  ///   - sets: the names of the public sets that the citations are of, by their numbers.
  ///   - weighted: sets in the place of reports, and the ids of their techniques.
  package init(
    _ citations: [Citation], techniques: Range<Index<Technique>>, actors: Range<Index<Actor>>,
    lastYear: Int? = nil, sets: [String] = [],
    weighted: (files: [SetFile], ids: IndexedList<Technique, String>) = ([], [])
  ) {
    let bibliography = Bibliography(citations, lastYear: lastYear)
    let cited = bibliography.reportsOfCitation
    let named = bibliography.reports
    let rows = SetRows(weighted.files, ids: weighted.ids, from: named.endIndex)
    let reports = IndexedList<Report, Report>(Array(named) + rows.reports)
    let procedures = IndexedList<Procedure, Procedure>(
      zip(citations, cited).compactMap { Procedure($0, reports: $1) })
    let newestFirst = Self.newestFirst(named)
    let cites = Self.sets(
      procedures.map(\.reports), procedures.map(\.technique), for: named.indices)
    let techniquesOfReport = IndexedList<Report, [Index<Technique>]>(
      Array(cites) + rows.techniques)
    self.reports = reports
    self.sets = sets
    setWeights = rows.reports.map(\.weight)
    setSources = rows.sources
    originsOfReport = Self.origins(procedures, techniquesOfReport, rows.sources)
    self.procedures = procedures
    self.newestFirst = newestFirst
    age = Self.positions(newestFirst)
    self.citations = Self.matrix(Array(techniquesOfReport), techniques)
    self.techniquesOfReport = techniquesOfReport
    reportsOfTechnique = Self.reports(newestFirst, citing: techniques, techniquesOfReport)
    proceduresOfReport = procedures.grouped(into: reports.indices, by: \.reports)
    proceduresOfTechnique = procedures.grouped(into: techniques) { [$0.technique] }
    proceduresOfActor = procedures.grouped(into: actors) { $0.actor.map { [$0] } ?? [] }
    citedBy = Self.sets(
      procedures.map(\.reports), procedures.map(\.actor), for: reports.indices)
    namedOn = IndexedList(
      Array(bibliography.dates) + Array(repeating: nil, count: rows.reports.count))
    notices = bibliography.notices
    namedBy = Self.sets(cited, citations.map(\.actor), for: reports.indices)
  }

  /// For each report what cites it, ascending, each once.
  private static func sets<Thing>(
    _ cited: [[Index<Report>]], _ values: [Index<Thing>?], for reports: Range<Index<Report>>
  ) -> IndexedList<Report, [Index<Thing>]> {
    var sets = IndexedList<Report, [Index<Thing>]>(repeating: [], for: reports)
    for (reports, value) in zip(cited, values) {
      guard let value else { continue }
      for report in reports { sets[report].append(value) }
    }
    return sets.mapValues { $0.sorted().withoutRepeats }
  }

  private static func newestFirst(_ reports: IndexedList<Report, Report>) -> [Index<Report>] {
    reports.indices.sorted {
      let (left, right) = (reports[$0].published, reports[$1].published)
      if left != right { return right.map { right in left.map { $0 > right } ?? false } ?? true }
      return $0 < $1
    }
  }

  /// For each report its position in an order of all.
  private static func positions(_ order: [Index<Report>]) -> IndexedList<Report, Int> {
    var positions = IndexedList<Report, Int>(Array(repeating: 0, count: order.count))
    for (position, report) in order.enumerated() { positions[report] = position }
    return positions
  }

  /// For each technique the reports that cite it, in a given order.
  private static func reports(
    _ order: [Index<Report>], citing techniques: Range<Index<Technique>>,
    _ techniquesOfReport: IndexedList<Report, [Index<Technique>]>
  ) -> IndexedList<Technique, [Index<Report>]> {
    var reports = IndexedList<Technique, [Index<Report>]>(repeating: [], for: techniques)
    for report in order {
      for technique in techniquesOfReport[report] { reports[technique].append(report) }
    }
    return reports
  }

  private static func matrix(
    _ rows: [[Index<Technique>]], _ techniques: Range<Index<Technique>>
  ) -> BitMatrix {
    BitMatrix(rows: rows.map { $0.map(\.number) }, columnCount: techniques.count)
  }
}

extension Corpus {
  /// Whether a report cites a technique.
  package func cites(_ report: Index<Report>, _ technique: Index<Technique>) -> Bool {
    citations[report.number, technique.number]
  }

  /// The citations of the selected reports alone: a row for each, in their order.
  package func citations(of selection: Selection) -> BitMatrix {
    guard !selection.isAll else { return citations }
    return Self.matrix(
      selection.reports.map { techniquesOfReport[$0] }, reportsOfTechnique.indices)
  }

  /// The selected report that is the next older (`step` 1) or newer (-1) one.
  package func neighbour(
    of report: Index<Report>, step: Int, in selection: Selection
  ) -> Index<Report>? {
    var position = age[report] + step
    while newestFirst.indices.contains(position) {
      if selection.contains(newestFirst[position]) { return newestFirst[position] }
      position += step
    }
    return nil
  }
}

extension Corpus.Procedure {
  /// `nil` of a citation that is not for a technique.
  fileprivate init?(_ citation: Corpus.Citation, reports: [Index<Report>]) {
    guard let technique = citation.technique else { return nil }
    self.init(
      actor: citation.actor, technique: technique, description: citation.sentence,
      reports: reports, collection: citation.collection, origin: citation.origin)
  }
}
