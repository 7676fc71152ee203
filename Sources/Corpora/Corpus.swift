package import Attack
import Text

/// Which report cites which technique, and on whose behalf: all reports, by key.
///
/// A `Selection` decides which of them count. A report is named by its index in `reports`, which
/// is its row in `citations`; a technique by its index in `Knowledge.techniques`, its column; an
/// actor by its index in `Knowledge.actors`.
package struct Corpus: Sendable {
  /// By key.
  package let reports: [Report]
  /// Reports x techniques.
  package let citations: BitMatrix
  /// In the order of the citations, those without a report included.
  package let procedures: [Procedure]
  /// For each report the actors on whose behalf it is cited for a technique, ascending.
  package let citedBy: [[Int]]
  /// For each report the actors on whose behalf it is cited for anything at all, ascending.
  package let namedBy: [[Int]]
  /// For each report its date, by the first citation of all that tells it, for anything at all.
  package let namedOn: [PartialDate?]

  /// For each report its techniques, ascending.
  package let techniquesOfReport: [[Int]]
  /// For each technique its reports, the newest first.
  package let reportsOfTechnique: [[Int]]
  /// For each report, technique and actor the indices of its procedures, ascending.
  package let proceduresOfReport: [[Int]]
  package let proceduresOfTechnique: [[Int]]
  package let proceduresOfActor: [[Int]]
  /// The reports by their date, the newest first; those without a date last.
  package let newestFirst: [Int]
  /// For each report its position in `newestFirst`.
  package let age: [Int]

  /// How an actor uses a technique, according to reports.
  package struct Procedure: Sendable {
    /// `nil` if the reports name nobody.
    package let actor: Int?
    package let technique: Int
    package let description: String
    /// Ascending.
    package let reports: [Int]
  }
}

extension Corpus {
  /// What ATT&CK cites for its live uses, in the order of the relationships' ids.
  package init(_ knowledge: Knowledge) {
    self.init(
      knowledge.uses.map(Citation.init), techniqueCount: knowledge.techniques.count,
      actorCount: knowledge.actors.count)
  }

  /// - Parameters:
  ///   - citations: in the order that decides which of several texts describes a report.
  ///   - techniqueCount: how many techniques there are, cited or not.
  ///   - actorCount: how many actors there are.
  package init(_ citations: [Citation], techniqueCount: Int, actorCount: Int) {
    let bibliography = Bibliography(citations)
    let cited = bibliography.reportsOfCitation
    let reports = bibliography.reports
    let procedures = zip(citations, cited).compactMap { Procedure($0, reports: $1) }
    let newestFirst = Self.newestFirst(reports)
    let techniques = Self.sets(
      procedures.map(\.reports), procedures.map(\.technique), count: reports.count)
    self.reports = reports
    self.procedures = procedures
    self.newestFirst = newestFirst
    age = Self.positions(newestFirst)
    self.citations = BitMatrix(rows: techniques, columnCount: techniqueCount)
    techniquesOfReport = techniques
    reportsOfTechnique = newestFirst.map { techniques[$0] }.grouped(techniqueCount) { $0 }
      .map { $0.map { newestFirst[$0] } }
    proceduresOfReport = procedures.map(\.reports).grouped(reports.count) { $0 }
    proceduresOfTechnique = procedures.map(\.technique).grouped(techniqueCount) { [$0] }
    proceduresOfActor = procedures.map(\.actor).grouped(actorCount) { $0.map { [$0] } ?? [] }
    citedBy = Self.sets(
      procedures.map(\.reports), procedures.map(\.actor), count: reports.count)
    namedOn = bibliography.dates
    namedBy = Self.sets(cited, citations.map(\.actor), count: reports.count)
  }

  /// For each of `count` reports the values of what cites it, ascending, each once.
  private static func sets(_ reports: [[Int]], _ values: [Int?], count: Int) -> [[Int]] {
    var sets = [[Int]](repeating: [], count: count)
    for (reports, value) in zip(reports, values) {
      guard let value else { continue }
      for report in reports { sets[report].append(value) }
    }
    return sets.map { values in
      let rising = values.sorted()
      return rising.indices.filter { $0 == 0 || rising[$0] != rising[$0 - 1] }.map { rising[$0] }
    }
  }

  private static func newestFirst(_ reports: [Report]) -> [Int] {
    reports.indices.sorted {
      let (left, right) = (reports[$0].published, reports[$1].published)
      if left != right { return right.map { right in left.map { $0 > right } ?? false } ?? true }
      return $0 < $1
    }
  }

  /// For each of `0..<order.count` its position in the order.
  private static func positions(_ order: [Int]) -> [Int] {
    var positions = [Int](repeating: 0, count: order.count)
    for (position, index) in order.enumerated() { positions[index] = position }
    return positions
  }
}

extension Corpus {
  /// The citations of the selected reports alone: a row for each, in their order.
  package func citations(of selection: Selection) -> BitMatrix {
    guard !selection.isAll else { return citations }
    return BitMatrix(
      rows: selection.rows.map { techniquesOfReport[$0] }, columnCount: citations.columnCount)
  }

  /// The selected report that is the next older (`step` 1) or newer (-1) one.
  package func neighbour(of report: Int, step: Int, in selection: Selection) -> Int? {
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
  fileprivate init?(_ citation: Corpus.Citation, reports: [Int]) {
    guard let technique = citation.technique else { return nil }
    self.init(
      actor: citation.actor, technique: technique, description: citation.sentence,
      reports: reports)
  }
}
