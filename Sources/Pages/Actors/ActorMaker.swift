import Attack
import Corpora
import Measures
import Text

/// Makes the page of a group, a piece of software or a campaign.
struct ActorMaker: Sendable {
  let knowledge: Knowledge
  let corpus: CountedCorpus
  let associations: Associations
  let map: SiteMap
  let findings: IndexedList<Actor, ActorFindings>
  let index: Index<Actor>

  /// The values for `Templates/actor.md`.
  struct Contents: Sendable {
    let title: String
    /// The first sentence of what ATT&CK says of it.
    let who: String?
    let kind: String
    let techniques: String
    let reports: String
    /// What heads their table.
    let reportsTitle: String
    let hasTechniques: Bool
    /// Whether there are several: one needs no map, and has no order.
    let hasSeveral: Bool
    let hasReports: Bool
    let facts: [Fact]
    let hunt: HuntSection.Contents?
    let description: Description?
    let hasRelations: Bool
    let relations: [ActorFacts.Relation]
    let uncited: String?
    let expected: ExpectedSection.Contents?
    let similar: SimilarSection.Contents?
    let layers: String?
  }

  func page() -> Page {
    let reports = findings[index].citations.reports
    let techniques = ActorTechniques(knowledge, corpus, map, findings[index].citations, of: index)
    let expected = ExpectedSection(knowledge, corpus.whole, findings, of: index)
    var exhibits = techniques.exhibits
    exhibits["expected"] = expected?.exhibit
    if !reports.isEmpty { exhibits["reports"] = .table(table(of: reports)) }
    return Page(
      kind: actor.kind.page, path: actor.path, template: "actor", title: actor.title,
      summary: "\(Format.count(techniques.count, "technique")) of \(actor.name) in "
        + "\(Format.count(reports.count, "report"))",
      trail: [actor.kind.page.link], previous: neighbour(-1), next: neighbour(1),
      contents: contents(techniques, expected), exhibits: exhibits,
      lateScripts: exhibits["matrix"] == nil ? [] : [FigureScripts.figures])
  }
}

extension ActorMaker {
  private var actor: Actor { knowledge.actors[index] }
  private var location: PageLocation { PageLocation(actor.path) }

  private func neighbour(_ step: Int) -> Link? {
    let actors = knowledge.actors
    let next = index.advanced(by: step)
    guard actors.indices.contains(next), actors[next].kind == actor.kind else { return nil }
    return Link(actors[next].id.description, to: actors[next].path)
  }

  private func table(of reports: [Index<Report>]) -> Table {
    ReportTable(corpus.whole).table(
      reports.enumerated().map { ($0 + 1, $1) },
      caption: "The reports that \(actor.name) is recorded from, newest first")
  }

  private func contents(
    _ techniques: ActorTechniques, _ expected: ExpectedSection?
  ) -> Contents {
    let facts = ActorFacts(knowledge, of: index)
    let relations = facts.relations
    let reports = findings[index].citations.reports.count
    return Contents(
      title: MarkdownText.escape(actor.title), who: who, kind: actor.kind.noun,
      techniques: Format.count(techniques.count, "technique"),
      reports: Format.count(reports, "report"),
      reportsTitle: reports == 1
        ? "The report" : "The \(Format.count(reports, "report")), newest first",
      hasTechniques: techniques.count > 0, hasSeveral: techniques.count > 1,
      hasReports: reports > 0, facts: facts.facts,
      hunt: hunt?.contents(reports > 1 ? findings[index].citations.counts : nil),
      description: Description(
        Prose(actor.description, citing: actor.references, map.targets, at: location)),
      hasRelations: !relations.isEmpty, relations: relations,
      uncited: reports == 0 ? nil : uncited(techniques.uncitedCount),
      expected: expected?.contents,
      similar: SimilarSection(knowledge, findings, of: index).contents,
      layers: techniques.count == 0
        ? nil
        : LayerLinks(
          actor.id.description, findings[index].citations.counts.keys, knowledge,
          else: actor.domains.first
        ).markdown(at: location))
  }

  private var who: String? {
    let sentence = FirstSentence.of(actor.description)
    return sentence.isEmpty ? nil : Prose(cell: sentence, map.targets, at: location).markdown
  }

  private func uncited(_ count: Int) -> String? {
    guard count > 0 else { return nil }
    return "\(Format.count(count, "technique is", "techniques are")) recorded without a report"
      + (corpus.selection.isAll ? "" : " that counts here")
  }
}

extension ActorMaker {
  /// What the reports were asked with is what a hunt starts from, so that both give one answer.
  private var hunt: HuntSection? {
    findings[index].expected.flatMap { expected in
      HuntSection(
        expected.evidence, of: actor.kind.rawValue, chosen: choice(expected), knowledge,
        associations, at: location)
    }
  }

  private func choice(_ expected: ExpectedTechniques) -> String {
    let listed = findings[index].citations.techniques.count
    let count = expected.evidence.count
    if count == listed { return count == 1 ? "its only technique" : "all it is recorded with" }
    let rarest = "the \(Format.count(count, "technique")) that the fewest reports cite"
    return expected.basis == .recurring
      ? rarest + ", of those that recur in three or more of its reports"
      : rarest + ", since fewer than two techniques recur in three or more of its reports"
  }
}

extension ActorMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("who", \.who),
    .text("kind", \.kind),
    .text("techniques", \.techniques),
    .text("reports", \.reports),
    .text("reportsTitle", \.reportsTitle),
    .flag("hasTechniques", \.hasTechniques),
    .flag("hasSeveral", \.hasSeveral),
    .flag("hasReports", \.hasReports),
    .items("facts", \.facts),
    .item("hunt", \.hunt),
    .item("description", \.description),
    .flag("hasRelations", \.hasRelations),
    .items("relations", \.relations),
    .text("uncited", \.uncited),
    .item("expected", \.expected),
    .item("similar", \.similar),
    .text("layers", \.layers),
  ]
}
