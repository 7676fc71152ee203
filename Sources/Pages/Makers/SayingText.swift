import Corpora

/// What reports say of a technique's use: the sentences of procedures, each with its actor.
struct SayingText {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// The sentences as Markdown, one after the other.
  ///
  /// Their citations, the row's own reports, are left out.
  func markdown(of procedures: [Corpus.Procedure], at place: Place) -> String {
    procedures.map { procedure in
      let actor = ledger.link(actor: procedure.actor)
      let link = actor.markdown(at: place)
      let prose = Prose(cell: procedure.description, ledger.targets, at: place).markdown
      if prose.isEmpty { return link }
      let isNamed = prose.contains(link) || prose.hasPrefix(MarkdownText.escape(actor.text) + " ")
      return isNamed ? prose : link + ": " + prose
    }.joined(separator: " ")
  }
}
