import Attack
import Corpora
import Text

/// Makes the page of a group, a piece of software or a campaign.
struct ActorMaker: Sendable {
  let ledger: Ledger
  /// A place in `Knowledge.actors`.
  let index: Int

  private var actor: Actor { ledger.knowledge.actors[index] }
  private var place: PageLocation { PageLocation(actor.path) }

  /// What `Templates/actor.md` says.
  struct Contents: Sendable {
    let title: String
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
    let description: Description?
    let hasRelations: Bool
    let relations: [Relation]
    let uncited: String?
    let expected: ExpectedSection.Contents?
    let similar: SimilarSection.Contents?
    let layer: String?
  }

  /// Others that it is recorded with.
  struct Relation: Sendable {
    let title: String
    let names: String
  }

  func page(_ insight: ActorInsight) -> Page {
    let counts = ledger.counts(ofActor: index)
    let reports = self.reports
    let expected = ExpectedSection(ledger, insight, of: index)
    var exhibits: [String: Exhibit] = [:]
    if !counts.isEmpty {
      if counts.count > 1 { exhibits["matrix"] = .figure(matrix(counts, reports.count)) }
      exhibits["all"] = .table(table(counts, reports.count))
    }
    if let table = expected?.table { exhibits["expected"] = .table(table) }
    if !reports.isEmpty {
      exhibits["reports"] = .table(
        ReportTable(ledger).table(
          reports.enumerated().map { ($0 + 1, $1) },
          caption: "The reports that \(actor.name) is recorded from, newest first",
          isNumbered: true))
    }
    return Page(
      kind: actor.kind.page, path: actor.path, template: "actor", title: actor.title,
      summary: "\(Format.count(counts.count, "technique")) of \(actor.name) in "
        + "\(Format.count(reports.count, "report"))",
      trail: [actor.kind.page.link],
      previous: neighbour(-1), next: neighbour(1),
      contents: contents(counts, reports.count, expected, insight),
      exhibits: exhibits)
  }

  private func neighbour(_ step: Int) -> Link? {
    let actors = ledger.knowledge.actors
    guard actors.indices.contains(index + step), actors[index + step].kind == actor.kind
    else { return nil }
    return Link(actors[index + step].id.description, to: actors[index + step].path)
  }
}

extension ActorMaker {
  private var procedures: [Corpus.Procedure] {
    ledger.proceduresOfActor[index].map { ledger.corpus.procedures[$0] }
  }

  /// The newest first.
  private var reports: [Int] {
    ledger.reports(ofActor: index).sorted { ledger.age[$0] < ledger.age[$1] }
  }

  private func contents(
    _ counts: [Int: Int], _ reports: Int, _ expected: ExpectedSection?, _ insight: ActorInsight
  ) -> Contents {
    let uncited = counts.values.count { $0 == 0 }
    return Contents(
      title: MarkdownText.escape(actor.title), kind: actor.kind.noun,
      techniques: Format.count(counts.count, "technique"),
      reports: Format.count(reports, "report"),
      reportsTitle: reports == 1
        ? "The report" : "The \(Format.count(reports, "report")), newest first",
      hasTechniques: !counts.isEmpty,
      hasSeveral: counts.count > 1,
      hasReports: reports > 0, facts: facts,
      description: Description(
        ledger.prose(actor.description, citing: actor.references, at: place)),
      hasRelations: !relations.isEmpty, relations: relations,
      uncited: uncited == 0 || reports == 0
        ? nil
        : "\(Format.count(uncited, "technique is", "techniques are")) recorded without a report"
          + (ledger.leftOutCount == 0 ? "" : " that counts here"),
      expected: expected?.contents,
      similar: SimilarSection(ledger, insight, of: index).contents,
      layer: counts.isEmpty ? nil : place.href(RecordPath.layer(of: actor.id.description)))
  }

  private var facts: [Fact] {
    var facts: [Fact] = []
    if !actor.aliases.isEmpty {
      facts.append(
        Fact("Also called", actor.aliases.map(MarkdownText.escape).joined(separator: ", ")))
    }
    if ledger.knowledge.domains.count > 1, !actor.domains.isEmpty {
      let domains = actor.domains.map { MarkdownText.escape($0.title) }
      facts.append(Fact("Domain", domains.joined(separator: ", ")))
    }
    if let active = actor.active { facts.append(Fact("Active", active)) }
    let groups = ledger.groups(of: index)
    if !groups.isEmpty { facts.append(Fact("Attributed to", groups, at: place)) }
    if !actor.platforms.isEmpty {
      facts.append(
        Fact("Platforms", actor.platforms.map(MarkdownText.escape).joined(separator: ", ")))
    }
    facts.append(Fact("Definition", "[attack.mitre.org](\(AttackSite.address(of: actor)))"))
    return facts
  }

  /// Its software and users, its campaigns, its group.
  private var relations: [Relation] {
    let knowledge = ledger.knowledge
    let campaigns = knowledge.attributions.filter { $0.group == index }.map(\.campaign)
    return [
      relation("Software it uses", ledger.softwareOfActor[index]),
      relation("Used by", ledger.usersOfActor[index]),
      relation("Campaigns attributed to it", campaigns),
    ].compactMap(\.self)
  }

  private func relation(_ title: String, _ actors: [Int]) -> Relation? {
    let links = Set(actors).sorted().map { ledger.link(actor: $0).markdown(at: place) }
    return links.isEmpty ? nil : Relation(title: title, names: links.joined(separator: " · "))
  }

  private func matrix(_ counts: [Int: Int], _ reports: Int) -> MatrixFigure {
    MatrixMaker(ledger).figure(
      "Techniques of \(actor.name) on the ATT&CK matrix",
      description: "The techniques that \(actor.name) is recorded with, a column a tactic. The "
        + "number is how many of its \(Format.count(reports, "report")) say so.",
      legend: Legend(
        title: "Reports of \(actor.name) that say so, of \(Format.count(reports))",
        labels: ColourScale.fewLabels, scale: .sequential),
      numbers: counts, level: ColourScale.few)
  }

  private func table(_ counts: [Int: Int], _ reports: Int) -> Table {
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Table(
      counts.count > 1
        ? "The techniques of \(actor.name), those of most of its reports first"
        : "The technique of \(actor.name)",
      style: "said",
      columns: [Table.Column("Technique"), Table.Column("Tactic", isMinor: true)]
        + (reports == 0
          ? []
          : [
            Table.Column(
              reports == 1 ? "Report" : "In which of its \(Format.count(reports)) reports")
          ])
        + [Table.Column(reports == 0 ? "What ATT&CK says" : "What they say")],
      rows: sorted.map { technique, count in
        let own = ledger.knowledge.techniques[technique]
        let says = procedures.filter { $0.technique == technique }
        return Table.Row(
          own.id.description,
          [
            .name(
              id: own.id.description, name: ledger.fullName(technique), path: own.path),
            .text(ledger.tacticNames(technique).joined(separator: ", ")),
          ] + (reports == 0 ? [] : [.references(numbers(says), page: "")])
            + [.prose(ProcedureText(ledger).markdown(of: says, at: place))])
      }, filter: sorted.count > 20 ? "id, name or sentence" : nil)
  }

  /// The numbers that the reports bear on this page.
  private func numbers(_ procedures: [Corpus.Procedure]) -> [Int] {
    let order = Dictionary(
      uniqueKeysWithValues: reports.enumerated().map { ($1, $0 + 1) })
    return ledger.reports(of: procedures).compactMap { order[$0] }.sorted()
  }
}

extension Actor {
  /// `G0016 APT29`; of a campaign that has no name but its id, that.
  package var title: String { name == id.description ? name : "\(id) \(name)" }

  /// `2019-08 to 2021-01`.
  var active: String? {
    switch (firstSeen, lastSeen) {
    case (let first?, let last?): first == last ? first : "\(first) to \(last)"
    case (let first?, nil): "since \(first)"
    case (nil, let last?): "until \(last)"
    case (nil, nil): nil
    }
  }
}

extension Actor.Kind {
  /// In a sentence.
  var noun: String { self == .software ? "piece of software" : rawValue }

  /// Of several, in a sentence.
  var plural: String { self == .software ? "pieces of software" : collective }

  /// All of them together: `software`.
  package var collective: String { self == .software ? "software" : rawValue + "s" }

  /// How many of each kind there are: `1 group`, `2 pieces of software`; of none nothing.
  static func counted(_ kinds: [Actor.Kind]) -> [String] {
    allCases.compactMap { kind in
      let count = kinds.count { $0 == kind }
      return count == 0 ? nil : Format.count(count, kind.noun, kind.plural)
    }
  }

  /// What heads a list of them.
  var title: String { page.title }
}

extension ActorMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("kind", \.kind),
    .text("techniques", \.techniques),
    .text("reports", \.reports),
    .text("reportsTitle", \.reportsTitle),
    .flag("hasTechniques", \.hasTechniques),
    .flag("hasSeveral", \.hasSeveral),
    .flag("hasReports", \.hasReports),
    .items("facts", \.facts),
    .item("description", \.description),
    .flag("hasRelations", \.hasRelations),
    .items("relations", \.relations),
    .text("uncited", \.uncited),
    .item("expected", \.expected),
    .item("similar", \.similar),
    .text("layer", \.layer),
  ]
}

extension ActorMaker.Relation: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("names", \.names),
  ]
}
