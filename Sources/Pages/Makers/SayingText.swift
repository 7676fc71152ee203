import Corpora

/// What reports say of a technique's use: the sentences of procedures, each with its actor.
struct SayingText {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// The sentences as Markdown, one after the other.
  func markdown(of procedures: [Corpus.Procedure], at place: Place) -> String {
    procedures.map { procedure in
      let actor = ledger.link(actor: procedure.actor)
      // The citations themselves are the reports of the row.
      let prose = ledger.prose(bare(procedure.description), citing: [], at: place)
      guard !prose.markdown.isEmpty else { return actor.markdown(at: place) }
      let names = prose.markdown.contains(actor.markdown(at: place))
      return names ? prose.markdown : actor.markdown(at: place) + ": " + prose.markdown
    }.joined(separator: " ")
  }

  /// Without its citations.
  private func bare(_ text: String) -> String {
    var rest = text[...]
    var kept = ""
    while let start = rest.firstRange(of: "(Citation: ") {
      kept += rest[..<start.lowerBound]
      let after = rest[start.upperBound...]
      rest = after.firstIndex(of: ")").map { after[after.index(after: $0)...] } ?? ""
    }
    return (kept + rest).replacing("\n", with: " ")
  }
}
