package import Corpora

/// What the whole corpus says of the techniques of a subset.
package struct SubsetFindings: Sendable {
  package let subset: Subset
  /// One column a member, in its order.
  package let citations: BitMatrix
  /// One column a member, in its order; the null is fitted on the whole corpus.
  package let associations: Associations
  /// Places in `Subset.members`: the most reported ones, neighbours side by side.
  package let shown: [Int]

  /// The column of each member in `associations`.
  private let places: [Int]

  /// The most techniques that stand in one map.
  package static let most = 26

  /// From the citations and associations of the whole corpus, and the ids of all techniques.
  package init(
    _ subset: Subset, _ citations: BitMatrix, _ associations: Associations, ids: [String]
  ) async {
    let columns = subset.members.map(\.columns)
    let members = Array(subset.members.indices)
    self.subset = subset
    self.citations = citations.unions(of: columns)
    let unions = self.citations
    let totals = members.map { unions.total(ofColumn: $0) }
    let most = members.sorted { (totals[$1], $0) < (totals[$0], $1) }.prefix(Self.most).sorted()
    let memberIDs = subset.members.map { ids[$0.technique] }
    if subset.withSubs {
      // The members' unions stand in for their own columns; all others stay as they are.
      let others = ids.indices.filter { index in
        !subset.members.contains { $0.technique == index }
      }
      let matrix = citations.unions(of: columns + others.map { [$0] })
      self.associations = await Associations(matrix, ids: memberIDs + others.map { ids[$0] })
      places = members
    } else {
      self.associations = associations
      places = subset.members.map(\.technique)
    }
    let (own, places) = (self.associations, self.places)
    let order = OptimalLeafOrder(
      SymmetricMatrix(count: most.count) { own.distance(places[most[$0]], places[most[$1]]) },
      ids: most.map { memberIDs[$0] })
    shown = order.leaves.map { most[$0] }
  }

  /// How many reports cite a member.
  package func total(_ member: Int) -> Int { citations.total(ofColumn: member) }

  /// What the reports say of one member with another.
  package func association(_ member: Int, _ other: Int) -> Association {
    associations[places[member], places[other]]
  }
}
