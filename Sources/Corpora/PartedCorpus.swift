package import Attack

/// A corpus in two: the reports that count, and those that a site leaves out.
package struct PartedCorpus: Sendable {
  package let counted: Corpus
  package let leftOut: Corpus
  /// Why each report of `leftOut` is left out.
  package let reasons: [[ReportFilter.Reason]]
  package let filter: ReportFilter

  package init(_ corpus: Corpus, _ knowledge: Knowledge, by filter: ReportFilter) {
    let reasons = filter.reasons(corpus, knowledge)
    let out = reasons.indices.filter { !reasons[$0].isEmpty }
    self.filter = filter
    self.reasons = out.map { reasons[$0] }
    counted = out.isEmpty ? corpus : corpus.only(reasons.indices.filter { reasons[$0].isEmpty })
    leftOut = corpus.only(out)
  }

  /// All reports, those left out too.
  package var reportCount: Int { counted.reports.count + leftOut.reports.count }
}

extension Corpus {
  /// Only some of the reports, given as rising places; all procedures stay, without the others.
  package func only(_ places: [Int]) -> Corpus {
    let rows = citations.columnsByRow
    let new = Dictionary(uniqueKeysWithValues: zip(places, places.indices))
    return Corpus(
      reports: places.map { reports[$0] },
      citations: BitMatrix(rows: places.map { rows[$0] }, columnCount: citations.columnCount),
      procedures: procedures.map { procedure in
        Procedure(
          actor: procedure.actor, technique: procedure.technique,
          description: procedure.description, reports: procedure.reports.compactMap { new[$0] })
      },
      citedBy: places.map { citedBy[$0] }, namedBy: places.map { namedBy[$0] })
  }
}
