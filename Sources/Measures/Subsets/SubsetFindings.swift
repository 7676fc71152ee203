package import Attack
package import Corpora

/// The measures of the techniques of a subset over all counted reports.
package struct SubsetFindings: Sendable {
  package let subset: Subset
  /// The most reported members, neighbours side by side.
  package let shown: [Index<Subset.Member>]

  /// The null is fitted on all counted reports and all techniques.
  private let ratios: PairRatios
  /// The reports that count.
  private let reports: [Index<Report>]
  /// A row for each of them, a column for each member.
  private let citations: BitMatrix
  /// The column of each member in `ratios`.
  private let columns: IndexedList<Subset.Member, Int>

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
    let members = subset.members
    let unions = citations.unions(of: members.map { $0.techniques.map(\.number) })
    let ids = associations.ids
    self.subset = subset
    self.citations = unions
    reports = counted.reports
    let totals = IndexedList(for: members.indices) { unions.total(ofColumn: $0.number) }
    let most = members.indices.sorted { (totals[$1], $0) < (totals[$0], $1) }
      .prefix(Self.most).sorted()
    if subset.withSubs {
      // The members' unions replace their own columns; all others stay as they are.
      let others = ids.indices.filter { index in !members.contains { $0.technique == index } }
      let groups = members.map(\.techniques) + others.map { [$0] }
      ratios = PairRatios(citations.unions(of: groups.map { $0.map(\.number) }))
      columns = IndexedList(for: members.indices, \.number)
    } else {
      ratios = associations.ratios
      columns = members.mapValues(\.technique.number)
    }
    let (ratios, columns) = (self.ratios, self.columns)
    let memberOfColumn = Dictionary(uniqueKeysWithValues: most.map { (columns[$0], $0) })
    shown = ratios.leafOrder(
      ofColumns: most.map { columns[$0] }, ids: most.map { ids[members[$0].technique] }
    ).compactMap { memberOfColumn[$0] }
  }

  /// How many reports count, whether they cite a member or not.
  package var reportCount: Int { citations.rowCount }

  /// How many reports cite a member.
  package func total(_ member: Index<Subset.Member>) -> Int {
    citations.total(ofColumn: member.number)
  }

  /// The counted reports that cite a member, ascending.
  package func reports(citing member: Index<Subset.Member>) -> [Index<Report>] {
    citations.rows(ofColumn: member.number).map { reports[$0] }
  }

  /// The counted reports that cite both members, ascending.
  package func reports(
    citing member: Index<Subset.Member>, _ other: Index<Subset.Member>
  ) -> [Index<Report>] {
    citations.rows(ofColumns: member.number, other.number).map { reports[$0] }
  }

  /// The measures of one member with another, whose technique is the partner.
  package func pair(
    _ member: Index<Subset.Member>, _ other: Index<Subset.Member>
  ) -> PairRatio {
    ratios[columns: columns[member], columns[other], subset.members[other].technique]
  }

  /// Whether the null meets every margin.
  var isConverged: Bool { ratios.expected.model.isConverged }
}
