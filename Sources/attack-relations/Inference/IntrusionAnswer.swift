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
          Step(
            from: id(step.from), to: id(step.to), drawn: book.titles(step.drawn),
            run: book.titles(step.run),
            facts: step.enabling.map { book.words[$0.fact] ?? $0.fact.name },
            procedures: step.procedures, together: step.together, isFirm: step.isFirm)
        })
    }
    entries = paths.seenInitialAccess.map(id)
    impacts = paths.seenImpact.map(id)
  }

  /// Whether nothing is known of it.
  var isEmpty: Bool { chains.isEmpty && told.isEmpty }

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
      drawn.isEmpty ? nil : "drawn in \(Self.names(drawn))",
      run.isEmpty ? nil : "run in this order in \(Self.names(run))",
      facts.isEmpty ? nil : "gives \(Format.list(facts)), which \(to) needs",
      together == 0 ? nil : "\(Format.count(together, "report"))\(isFirm ? ", firm" : "")",
    ]
    return "\(from) → \(to): " + parts.compactMap(\.self).joined(separator: "; ")
  }

  /// `“A”, “B”, “C” and 2 more`.
  private static func names(_ titles: [String]) -> String {
    let more = titles.count - mostTitles
    return Format.list(
      titles.prefix(mostTitles).map { "“\($0)”" } + (more > 0 ? ["\(more) more"] : []))
  }

  private static let mostTitles = 3
}
