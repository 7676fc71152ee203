import Attack
import Corpora

/// What reports say of a technique's use: the sentences of procedures, each with its actor.
struct ProcedureText {
  private let ledger: Ledger
  private let named: Set<String>

  /// - Parameters:
  ///   - ledger: what all pages are made of.
  ///   - named: actors that the page has named with their links: their names are text here.
  init(_ ledger: Ledger, named: [Int] = []) {
    self.ledger = ledger
    self.named = Set(named.map { ledger.knowledge.actors[$0].path })
  }

  /// The sentences as Markdown, one after the other.
  ///
  /// Their citations, the row's own reports, are left out.
  func markdown(of procedures: [Corpus.Procedure], at place: PageLocation) -> String {
    procedures.map { procedure in
      let prose = Prose(
        cell: procedure.description, ledger.targets, at: place, unlinked: named
      ).markdown
      guard let actor = procedure.actor.map({ ledger.link(actor: $0) }) else { return prose }
      let name = MarkdownText.escape(actor.text)
      let isPlain = actor.path == place.path || named.contains(actor.path)
      let link = isPlain ? name : actor.markdown(at: place)
      if prose.isEmpty { return link }
      let isNamed = prose.contains(link) || prose.hasPrefix(name + " ")
      return isNamed ? prose : link + ": " + prose
    }.joined(separator: " ")
  }
}
