package import Corpora

/// The measures of the techniques of a subset over all counted reports.
package struct SubsetFindings: Sendable {
  package let subset: Subset
  /// The null is fitted on all counted reports and all techniques.
  package let ratios: PairRatios
  /// Indices in `Subset.members`: the most reported ones, neighbours side by side.
  package let shown: [Int]

  /// The reports that count, as indices in `Corpus.reports`.
  private let reports: [Int]
  /// A row for each of them, a column for each member.
  private let citations: BitMatrix
  /// The column of each member in `ratios`.
  private let columns: [Int]

  /// The most techniques that one map shows.
  package static let most = 26

  /// - Parameters:
  ///   - subset: whose members are measured.
  ///   - corpus: all reports.
  ///   - counted: those that count.
  ///   - associations: of the counted reports.
  package init(
    _ subset: Subset, _ corpus: Corpus, _ counted: Corpus.Selection, _ associations: Associations
  ) {
    let citations = corpus.citations(of: counted)
    let unions = citations.unions(of: subset.members.map(\.columns))
    let ids = associations.ids
    let all = Array(subset.members.indices)
    self.subset = subset
    self.citations = unions
    reports = counted.rows
    let totals = all.map { unions.total(ofColumn: $0) }
    let most = all.sorted { (totals[$1], $0) < (totals[$0], $1) }.prefix(Self.most).sorted()
    let memberIDs = subset.members.map { ids[$0.technique] }
    if subset.withSubs {
      // The members' unions replace their own columns; all others stay as they are.
      let others = ids.indices.filter { index in
        !subset.members.contains { $0.technique == index }
      }
      let matrix = citations.unions(
        of: subset.members.map(\.columns) + others.map { [$0] })
      ratios = PairRatios(matrix)
      columns = all
    } else {
      ratios = associations.ratios
      columns = subset.members.map(\.technique)
    }
    let (ratios, columns) = (self.ratios, self.columns)
    let members = Dictionary(uniqueKeysWithValues: most.map { (columns[$0], $0) })
    shown = ratios.leafOrder(of: most.map { columns[$0] }, ids: most.map { memberIDs[$0] })
      .compactMap { members[$0] }
  }

  /// How many reports count, whether they cite a member or not.
  package var reportCount: Int { citations.rowCount }

  /// How many reports cite a member.
  package func total(_ member: Int) -> Int { citations.total(ofColumn: member) }

  /// The counted reports that cite a member, ascending.
  package func reports(citing member: Int) -> [Int] {
    citations.rows(ofColumn: member).map { reports[$0] }
  }

  /// The counted reports that cite both members, ascending.
  package func reports(citing member: Int, _ other: Int) -> [Int] {
    citations.rows(ofColumns: member, other).map { reports[$0] }
  }

  /// The measures of one member with another; its partner is a column of `ratios`.
  package func pair(_ member: Int, _ other: Int) -> PairRatio {
    ratios[columns[member], columns[other]]
  }
}
