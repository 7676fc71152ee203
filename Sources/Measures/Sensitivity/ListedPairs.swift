package import Attack

/// What a reader is shown of all pairs: which are firm, and which ten each technique's page lists.
package struct ListedPairs: Sendable {
  /// Firm pairs of different families, the smaller index first.
  package let firm: Set<Pair>
  /// For each technique those seen most often with it.
  package let tens: IndexedList<Technique, [Index<Technique>]>
  package let reportCount: Int

  package struct Pair: Hashable, Sendable {
    package let first: Index<Technique>
    package let second: Index<Technique>
  }

  /// From the partners of each technique.
  package init(_ lists: IndexedList<Technique, PartnerLists>, reportCount: Int) {
    firm = Set(
      lists.indexed().flatMap { technique, list in
        list.all.filter { $0.partner > technique && !$0.isFamily && $0.grade == .firm }
          .map { Pair(first: technique, second: $0.partner) }
      })
    tens = lists.mapValues { $0.seenMostOften.map(\.partner) }
    self.reportCount = reportCount
  }

  /// From counts alone: neither needs a test.
  package init(_ ratios: PairRatios, ids: IndexedList<Technique, String>) async {
    let families = TechniqueFamilies(ids)
    let ofEach = await IndexedList(concurrentlyFor: ids.indices) {
      (technique: Index<Technique>) -> (firm: [Pair], ten: [Index<Technique>]) in
      let partners = ratios.partners(of: technique, outside: families)
      return (
        firm: partners.filter { $0.partner > technique && Grade.isFirm($0) }
          .map { Pair(first: technique, second: $0.partner) },
        ten: partners.mostFrequent(Associations.listLength).map(\.partner)
      )
    }
    firm = Set(ofEach.flatMap(\.firm))
    tens = ofEach.mapValues(\.ten)
    reportCount = ratios.counts.reportCount
  }
}
