import Attack
import Corpora
import Text

/// How a technique is used, according to reports: the sentences of procedures, each with its actor.
struct ProcedureText {
  private let actors: IndexedList<Actor, Actor>
  private let targets: ProseTargets
  private let named: Set<String>
  /// The names of public sets of reports.
  private let sets: [String]

  /// - Parameters:
  ///   - actors: all of them.
  ///   - targets: where descriptions lead.
  ///   - named: actors that the page has named with their links: their names are text here.
  ///   - sets: the names of public sets of reports.
  init(
    _ actors: IndexedList<Actor, Actor>, _ targets: ProseTargets, named: [Index<Actor>] = [],
    sets: [String] = []
  ) {
    self.actors = actors
    self.sets = sets
    self.targets = targets
    self.named = Set(named.map { actors[$0].path })
  }

  /// The sentences as Markdown, one after the other.
  ///
  /// Their citations, the row's own reports, are left out.
  func markdown(of procedures: [Corpus.Procedure], at location: PageLocation) -> String {
    procedures.map { sentence(of: $0, at: location) }.joined(separator: " ")
  }

  /// The sentences on a technique that cite a report, each with how many others it cites.
  ///
  /// The report's own page leads to the actor's, which names them.
  func sentences(
    on technique: Technique, _ procedures: [Corpus.Procedure], citing report: Report,
    at location: PageLocation
  ) -> [CitedSentence] {
    procedures.map { procedure in
      let actor = location.path == report.path ? procedure.actor : nil
      return CitedSentence(
        text: sentence(of: procedure, at: location), others: procedure.reports.count - 1,
        path: actor.map { "\(actors[$0].path)#\(technique.id)" })
    }
  }

  /// One that is not MITRE's says whose it is.
  private func sentence(of procedure: Corpus.Procedure, at location: PageLocation) -> String {
    let sentence = statement(of: procedure, at: location)
    return procedure.collection.map { "\(sentence) (\(MarkdownText.escape($0.title)))" } ?? sentence
  }

  private func statement(of procedure: Corpus.Procedure, at location: PageLocation) -> String {
    guard procedure.origin == .attack else {
      return procedure.origin.set.map { "Named in \(MarkdownText.escape(sets[$0]))." }
        ?? "Named in our own file."
    }
    let prose = Prose(
      cell: procedure.description, targets, at: location, unlinked: named
    ).markdown
    guard let actor = procedure.actor.map({ actors[$0].link }) else { return prose }
    let name = MarkdownText.escape(actor.text)
    let isPlain = actor.path == location.path || named.contains(actor.path)
    let link = isPlain ? name : actor.markdown(at: location)
    if prose.isEmpty { return link }
    let isNamed = prose.containsBytes(of: link) || prose.hasPrefix(name + " ")
    return isNamed ? prose : link + ": " + prose
  }
}
