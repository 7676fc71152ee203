package import Attack
package import Corpora

/// What a team cannot detect, by how much it would be worth.
///
/// The worth of a technique is the sum, over the fifty techniques that most reports cite, of its chance after that one was
/// seen, times how many times the usual that is.
package struct CoverageGaps: Sendable {
  /// Techniques that are not covered and that three reports or more cite, the most worth first, then by id.
  package let gaps: [Gap]
  /// Places whose detections would close most of the worth, one after the other.
  package let closures: [Closure]

  /// A technique that is not covered.
  package struct Gap: Equatable, Sendable {
    package let technique: Index<Technique>
    package let worth: Double
  }

  /// A data component, the log sources where it shows them, and the gaps that it closes.
  package struct Closure: Equatable, Sendable {
    package let component: String
    package let sources: [String]
    /// Those that nothing above closes, the most worth first.
    package let techniques: [Index<Technique>]
    /// The sum of their worth.
    package let worth: Double
  }

  /// How many of the most reported techniques are taken as seen.
  package static let seen = 50
  private static let mostClosures = 10
  /// Reports, for a technique to be judged.
  private static let fewest = 3

  package init(
    _ coverage: Coverage, _ knowledge: Knowledge, _ corpus: CountedCorpus,
    _ inference: CalibratedInference
  ) {
    let totals = corpus.totals
    let mostReported = totals.indices.filter { totals[$0] > 0 }
      .sorted { (totals[$1], $0) < (totals[$0], $1) }.prefix(Self.seen)
    var worth = IndexedList<Technique, Double>(repeating: 0, for: totals.indices)
    for technique in mostReported {
      let estimate = inference.estimate([technique])
      for other in totals.indices where other != technique {
        worth[other] += estimate.shown[other] * estimate.times(other)
      }
    }
    let open = totals.indices.filter {
      coverage.states[$0] != .covered && totals[$0] >= Self.fewest
    }
    gaps = open.map { Gap(technique: $0, worth: worth[$0]) }
      .sorted { ($1.worth, $0.technique) < ($0.worth, $1.technique) }
    closures = Self.closures(gaps, knowledge)
  }

  /// By the component that closes most of what is still open, of equal ones by name.
  private static func closures(_ gaps: [Gap], _ knowledge: Knowledge) -> [Closure] {
    var open = gaps
    var closures: [Closure] = []
    while closures.count < mostClosures {
      var sums: [String: Double] = [:]
      for gap in open {
        for component in Set(knowledge.traces[gap.technique].map(\.component))
        where !component.isEmpty { sums[component, default: 0] += gap.worth }
      }
      guard let best = sums.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { break }
      let shows = { (gap: Gap) in
        knowledge.traces[gap.technique].contains { $0.component == best.key }
      }
      let closed = open.filter(shows)
      closures.append(
        Closure(
          component: best.key, sources: sources(of: best.key, closed, knowledge),
          techniques: closed.map(\.technique), worth: best.value))
      open.removeAll(where: shows)
    }
    return closures
  }

  /// The log sources that show most of them, three at most.
  private static func sources(
    of component: String, _ closed: [Gap], _ knowledge: Knowledge
  ) -> [String] {
    var counts: [String: Int] = [:]
    for gap in closed {
      let traces = knowledge.traces[gap.technique].filter { $0.component == component }
      for source in Set(traces.map(\.source)) where !source.isEmpty {
        counts[source, default: 0] += 1
      }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map(\.key)
  }
}
