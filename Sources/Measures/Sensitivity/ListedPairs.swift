import Text

/// What a reader is told of all pairs: which are firm, and which ten stand beside each technique.
package struct ListedPairs: Sendable {
  /// Firm pairs of different families, by their columns, the smaller first.
  package let firm: Set<Pair>
  /// For each technique those seen most often with it.
  package let tens: [[Int]]
  package let reportCount: Int

  package struct Pair: Hashable, Sendable {
    package let first: Int
    package let second: Int
  }

  package init(_ associations: Associations) async {
    let ofEach = await concurrentMap(associations.ids.count) { technique in
      let firm = associations.partners(of: technique).filter {
        $0.partner > technique && !$0.isFamily && $0.grade == .firm
      }
      return (
        firm: firm.map { Pair(first: technique, second: $0.partner) },
        ten: associations.seenMostOften(with: technique).map(\.partner)
      )
    }
    firm = Set(ofEach.flatMap(\.firm))
    tens = ofEach.map(\.ten)
    reportCount = associations.counts.reportCount
  }
}
