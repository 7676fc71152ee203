package import Attack
package import Corpora

/// A technique, one that comes after it, and all that says so.
///
/// An order says so, or a fact that the first gives and the second needs. How many reports cite both has no direction:
/// it only adds to what has one.
package struct IntrusionStep: Equatable, Sendable {
  package let from: Index<Technique>
  package let to: Index<Technique>
  /// As analysts drew it.
  package let drawn: OrderBook.Pair?
  /// As logs, plans and profiles have it.
  package let run: OrderBook.Pair?
  /// What `from` gives and `to` needs, by fact.
  package let enabling: [EnablingGraph.Edge]
  /// Reports that cite both.
  package let together: Int
  /// Whether the two are firmly more often together than expected.
  package let isFirm: Bool

  package init(
    from: Index<Technique>, to: Index<Technique>, drawn: OrderBook.Pair?, run: OrderBook.Pair?,
    enabling: [EnablingGraph.Edge], together: Int, isFirm: Bool
  ) {
    self.from = from
    self.to = to
    self.drawn = drawn
    self.run = run
    self.enabling = enabling
    self.together = together
    self.isFirm = isFirm
  }
}

extension IntrusionStep {
  /// Independent sources that drew it on a branch that did not fail.
  package var drawnSources: Int { drawn?.successes ?? 0 }

  /// Independent sources in which one ran after the other.
  package var runSources: Int { run?.count ?? 0 }

  /// Of the fact that most procedures hand on, how many do: those that give it or those that need it, whichever are fewer.
  package var procedures: Int {
    enabling.map(\.procedures).max() ?? 0
  }

  /// Whether anything says that one comes after the other; what was drawn on failed branches only does not.
  package var hasDirection: Bool { drawnSources + runSources + procedures > 0 }

  /// Independent sources of all kinds (k); a firm pair is one more.
  package var sources: Int { drawnSources + runSources + procedures + (isFirm ? 1 : 0) }

  /// What it multiplies the score of a path with: 1 - 1/2^k.
  package var factor: Double { 1 - Double(sign: .plus, exponent: -sources, significand: 1) }
}

extension OrderBook.Pair {
  /// How many sources have it on a branch that did not fail.
  var successes: Int { sources.count { !$0.onFailure } }
}
