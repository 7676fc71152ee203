import Attack
import Corpora
import Measures
import Records
import Text

/// How what was seen may have begun and ended: chains of steps, with their sources in words.
struct IntrusionAnswer: Sendable {
  let chains: [Chain]
  /// What was seen and is itself a way in, or an impact.
  let entries: [String]
  let impacts: [String]

  /// Steps that lead to what was seen, or on from it.
  struct Chain: Sendable {
    let direction: IntrusionPath.Direction
    let score: Double
    let techniques: [InferenceModel.KnownTechnique]
    let steps: [Step]
  }

  /// What says that one technique comes after the other.
  struct Step: Sendable {
    let from: String
    let to: String
    /// Titles of flows, and of plans and logs.
    let drawn: [String]
    let run: [String]
    /// What the first gives and the second needs, in plain words.
    let facts: [String]
    let procedures: Int
    /// Reports that cite both.
    let together: Int
    let isFirm: Bool
  }

  init(
    _ book: IntrusionBook, _ techniques: IndexedList<Technique, InferenceModel.KnownTechnique>,
    seen: [Index<Technique>]
  ) {
    let paths = IntrusionPaths(book.steps, book.ends, seen: seen)
    let id = { (index: Index<Technique>) in techniques[index].id.description }
    chains = paths.paths.map { path in
      Chain(
        direction: path.direction, score: path.score,
        techniques: path.techniques.map { techniques[$0] },
        steps: path.steps.map { step in
          let named = { (pair: OrderBook.Pair?) in
            (pair?.sources.filter { !$0.onFailure } ?? []).flatMap(\.reports).map(\.key).distinct
              .compactMap { book.titles[$0] }
          }
          return Step(
            from: id(step.from), to: id(step.to), drawn: named(step.drawn), run: named(step.run),
            facts: step.enabling.map { book.words[$0.fact] ?? $0.fact.name },
            procedures: step.procedures, together: step.together, isFirm: step.isFirm)
        })
    }
    entries = paths.seenInitialAccess.map(id)
    impacts = paths.seenImpact.map(id)
  }

  /// What was seen that needs no chain, in a sentence; empty without any.
  var told: String {
    let sentences = [(entries, "a way in"), (impacts, "an impact")].filter { !$0.0.isEmpty }.map {
      "\(Format.list($0)) \($0.count == 1 ? "is" : "are") \($0.count == 1 ? "" : "each ")\($1)."
    }
    return sentences.joined(separator: " ")
  }
}

extension IntrusionAnswer.Step {
  /// `T1003.001 → T1047: gives a domain user’s password; 34 reports, firm`.
  var words: String {
    let parts = [
      drawn.isEmpty ? nil : "drawn in \(Format.list(drawn.map { "“\($0)”" }))",
      run.isEmpty ? nil : "run in this order in \(Format.list(run.map { "“\($0)”" }))",
      facts.isEmpty ? nil : "gives \(Format.list(facts)), which \(to) needs",
      together == 0 ? nil : "\(Format.count(together, "report"))\(isFirm ? ", firm" : "")",
    ]
    return "\(from) → \(to): " + parts.compactMap(\.self).joined(separator: "; ")
  }
}

extension IntrusionPart {
  /// `may have come before: it gives what was seen needs`.
  var words: String {
    switch (place, basis) {
    case (.before, .needs): "may have come before: it gives what was seen needs"
    case (.before, .drawn): "may have come before: flows have it earlier"
    case (.before, _): "may have come before: plans or logs ran it earlier"
    case (.after, .needs): "may come next: it needs what was seen gives"
    case (.after, .drawn): "may come next: flows have it later"
    case (.after, _): "may come next: plans or logs ran it later"
    case (.beside, _): "beside it: nothing says that it came earlier or later"
    }
  }
}
