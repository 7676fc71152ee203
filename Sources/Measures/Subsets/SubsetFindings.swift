package import Attack
package import Corpora

/// The measures of the techniques of a subset over all counted reports.
package struct SubsetFindings: Sendable {
  package let subset: Subset
  /// The members on its maps, neighbours side by side: the most reported, less `alone`.
  package let shown: [Index<Subset.Member>]
  /// Those of the most reported that no report cites with another of them, by id; none of a subset
  /// whose members were named.
  package let alone: [Index<Subset.Member>]

  /// The null is fitted on all counted reports and all techniques.
  private let ratios: PairRatios
  /// The rows that count.
  private let reports: [Index<Report>]
  /// A row for each of them, a column for each member.
  private let citations: BitMatrix
  /// How many of the rows are reports that are known by themselves; weighted sets stand behind them.
  private let named: Int
  /// How many reports count, whether they cite a member or not.
  package let reportCount: Int
  private let totals: IndexedList<Subset.Member, Int>
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
    let weights = corpus.weights(of: counted)
    let members = subset.members
    let unions = citations.unions(of: members.map { $0.techniques.map(\.number) })
    let ids = associations.ids
    self.subset = subset
    self.citations = unions
    reports = counted.reports
    named = counted.named(in: corpus).count
    reportCount = associations.counts.reportCount
    let totals = IndexedList(for: members.indices) { Self.total($0, unions, weights) }
    self.totals = totals
    let most = members.indices.sorted { (totals[$1], $0) < (totals[$0], $1) }
      .prefix(Self.most).sorted()
    if subset.withSubs {
      // The members' unions replace their own columns; all others stay as they are.
      let others = ids.indices.filter { index in !members.contains { $0.technique == index } }
      let groups = members.map(\.techniques) + others.map { [$0] }
      ratios = PairRatios(
        citations.unions(of: groups.map { $0.map(\.number) }), weights: weights)
      columns = IndexedList(for: members.indices, \.number)
    } else {
      ratios = associations.ratios
      columns = members.mapValues(\.technique.number)
    }
    let (ratios, columns) = (self.ratios, self.columns)
    let alone = subset.isListed ? [] : Self.alone(among: most, unions)
    let mapped = most.filter { !alone.contains($0) }
    self.alone = alone
    let memberOfColumn = Dictionary(uniqueKeysWithValues: mapped.map { (columns[$0], $0) })
    shown = ratios.leafOrder(
      ofColumns: mapped.map { columns[$0] }, ids: mapped.map { ids[members[$0].technique] }
    ).compactMap { memberOfColumn[$0] }
  }

  private static func total(
    _ member: Index<Subset.Member>, _ citations: BitMatrix, _ weights: [Int]?
  ) -> Int {
    guard let weights else { return citations.total(ofColumn: member.number) }
    return citations.rows(ofColumn: member.number).reduce(0) { $0 + weights[$1] }
  }

  /// Those that share no report with another; none where that would be all of them.
  private static func alone(
    among members: [Index<Subset.Member>], _ citations: BitMatrix
  ) -> [Index<Subset.Member>] {
    let alone = members.filter { member in
      members.allSatisfy { $0 == member || citations.together($0.number, member.number) == 0 }
    }
    return alone.count == members.count ? [] : alone
  }

  /// How many reports cite a member.
  package func total(_ member: Index<Subset.Member>) -> Int { totals[member] }

  /// The counted reports that cite a member and are known by themselves, ascending.
  package func reports(citing member: Index<Subset.Member>) -> [Index<Report>] {
    reports(citing: member, member)
  }

  /// The same of both members.
  package func reports(
    citing member: Index<Subset.Member>, _ other: Index<Subset.Member>
  ) -> [Index<Report>] {
    citations.rows(ofColumns: member.number, other.number, amongFirst: named)
      .map { reports[$0] }
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
