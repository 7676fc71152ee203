package import Attack
package import Corpora

/// All steps between two techniques that some order or some fact supports.
///
/// A firm pair alone is no step: it has no direction.
package struct IntrusionSteps: Equatable, Sendable {
  /// By the technique that comes first, then by the other.
  package let all: [IntrusionStep]
  /// Where in `all` those from a technique are.
  private let leaving: IndexedList<Technique, Range<Int>>
  /// Where in `all` those to a technique are, ascending.
  private let entering: IndexedList<Technique, [Int]>

  /// - Parameters:
  ///   - orders: what was drawn, and what ran.
  ///   - enabling: what techniques give and need.
  ///   - ratios: of the counted reports.
  package init(_ orders: OrderBook, _ enabling: EnablingGraph, _ ratios: PairRatios) {
    let drawn = Self.byEnds(orders[.drawn])
    let run = Self.byEnds(orders[.run])
    let edges = Dictionary(grouping: enabling.edges) {
      DirectedPair(first: $0.from, second: $0.to)
    }
    let ends = Set(drawn.keys).union(run.keys).union(edges.keys).sorted()
    let all = ends.map { ends in
      let pair = ratios[ends.first, ends.second]
      return IntrusionStep(
        from: ends.first, to: ends.second, drawn: drawn[ends], run: run[ends],
        enabling: edges[ends] ?? [], together: pair.together, isFirm: Grade.isFirm(pair))
    }
    self.init(all, of: ratios.counts.techniques)
  }

  /// - Parameters:
  ///   - all: by the technique that comes first, then by the other; each once.
  ///   - techniques: that may have steps.
  package init(_ all: [IntrusionStep], of techniques: Range<Index<Technique>>) {
    self.all = all
    let positions = Dictionary(grouping: all.indices) { all[$0].from }
    leaving = IndexedList(for: techniques) { technique in
      guard let own = positions[technique] else { return 0..<0 }
      return own[0]..<(own[0] + own.count)
    }
    let after = Dictionary(grouping: all.indices) { all[$0].to }
    entering = IndexedList(for: techniques) { after[$0] ?? [] }
  }

  private static func byEnds(_ pairs: [OrderBook.Pair]) -> [DirectedPair: OrderBook.Pair] {
    Dictionary(
      uniqueKeysWithValues: pairs.map { (DirectedPair(first: $0.before, second: $0.after), $0) })
  }

  /// The techniques that may have steps.
  package var techniques: Range<Index<Technique>> { leaving.indices }

  /// The steps that begin at a technique, by the other.
  package func steps(from technique: Index<Technique>) -> ArraySlice<IntrusionStep> {
    all[leaving[technique]]
  }

  /// The steps that end at a technique, by the other.
  package func steps(to technique: Index<Technique>) -> [IntrusionStep] {
    entering[technique].map { all[$0] }
  }

  /// The step from one technique to another; `nil` if there is none.
  package subscript(from: Index<Technique>, to: Index<Technique>) -> IntrusionStep? {
    let own = steps(from: from)
    var (low, high) = (own.startIndex, own.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if own[middle].to < to { low = middle + 1 } else { high = middle }
    }
    return low < own.endIndex && own[low].to == to ? own[low] : nil
  }
}
