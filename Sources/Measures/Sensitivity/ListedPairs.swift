import Text

/// What a reader is shown of all pairs: which are firm, and which ten each technique's page lists.
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

  /// From the partners of each technique.
  package init(_ lists: [PartnerLists], reportCount: Int) {
    firm = Set(
      lists.enumerated().flatMap { technique, list in
        list.all.filter { $0.partner > technique && !$0.isFamily && $0.grade == .firm }
          .map { Pair(first: technique, second: $0.partner) }
      })
    tens = lists.map { $0.seenMostOften.map(\.partner) }
    self.reportCount = reportCount
  }

  /// From counts alone: neither needs a test.
  package init(_ ratios: PairRatios, ids: [String]) async {
    let families = TechniqueFamilies(ids)
    let ofEach = await concurrentMap(ids.count) { technique in
      let partners = ratios.partners(of: technique, outside: families)
      return (
        firm: partners.filter { $0.partner > technique && Grade.isFirm($0) }
          .map { Pair(first: technique, second: $0.partner) },
        ten: partners.mostFrequent(Associations.listLength).map(\.partner)
      )
    }
    firm = Set(ofEach.flatMap(\.firm))
    tens = ofEach.map(\.ten)
    reportCount = ratios.counts.reportCount
  }
}
