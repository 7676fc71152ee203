import Attack
import Corpora
import Measures
import Text

/// Makes the page of what changed since the previous release.
struct ChangesMaker: Sendable {
  let knowledge: Knowledge
  let corpus: CountedCorpus
  let associations: Associations
  let map: SiteMap
  /// `nil` if nothing was compared.
  let change: ReleaseChange?

  /// The values for `Templates/changes.md`.
  struct Contents: Sendable {
    /// `from v17.1 to v18.1`; none where nothing was compared.
    let span: String?
    let moved: String
    let firm: String
    let newly: String
    let noLonger: String
    let newReports: String
    let facts: [Fact]
    let fewest: Int
    let tens: String
    let unmoved: String
    let hasNewcomers: Bool
    let before: String
    let newlyNote: String?
    let hasNewly: Bool
    let noLongerNote: String?
    let hasTechniques: Bool
    let techniques: [Named]
    let hasGained: Bool
    let actors: [Named]
    let hasActors: Bool
    let reportsTitle: String?
    let isReportsCut: Bool
  }

  /// A list with what it is of: `3 new techniques`.
  struct Named: Sendable {
    let title: String
    let names: String
  }

  private var location: PageLocation { PageLocation(PageKind.changes.path) }

  func page() -> Page {
    guard let change else { return page(nil, [:]) }
    let tables = ChangeTables(change, knowledge, corpus, associations, map, at: location)
    var exhibits: [String: Exhibit] = [:]
    if let figure = tables.figure { exhibits["shifts"] = .figure(figure) }
    if let table = tables.newcomers { exhibits["newcomers"] = .table(table) }
    if let table = tables.newlyFirm { exhibits["newly"] = .table(table) }
    if let table = tables.noLongerFirm { exhibits["lost"] = .table(table) }
    if let table = tables.gained { exhibits["gained"] = .table(table) }
    if let table = tables.reports { exhibits["reports"] = .table(table) }
    return page(change, exhibits)
  }

  private func page(_ change: ReleaseChange?, _ exhibits: [String: Exhibit]) -> Page {
    Page(
      kind: .changes, path: PageKind.changes.path, template: "changes", title: "What changed",
      summary: "What changed among techniques, pairs and reports since the release before",
      contents: contents(change, exhibits), exhibits: exhibits)
  }

  private func contents(_ change: ReleaseChange?, _ exhibits: [String: Exhibit]) -> Contents {
    let pairs = change?.pairs
    let (newly, lost) = (pairs?.newlyFirm ?? [], pairs?.noLongerFirm ?? [])
    let names = change?.previous.names(beside: knowledge)
    let techniques = change.map(techniques) ?? []
    let actors = change.map(actors) ?? []
    let newReports = change?.newReports.count ?? 0
    return Contents(
      span: names.map { MarkdownText.escape("from \($0.before) to \($0.now)") },
      moved: Format.count(pairs?.movedCount ?? 0), firm: Format.count(pairs?.everFirmCount ?? 0),
      newly: Format.count(newly.count), noLonger: Format.count(lost.count),
      newReports: Format.count(newReports, "report is", "reports are"),
      facts: change.map(facts) ?? [], fewest: ReleaseComparison.fewestReports,
      tens: Format.count(pairs?.tens ?? 0, "technique"), unmoved: Format.count(pairs?.unmoved ?? 0),
      hasNewcomers: exhibits["newcomers"] != nil,
      before: MarkdownText.escape(names?.before ?? ""),
      newlyNote: newly.isEmpty ? nil : note(newly, "largest gains"),
      hasNewly: exhibits["newly"] != nil,
      noLongerNote: lost.isEmpty ? nil : note(lost, "largest losses"),
      hasTechniques: !techniques.isEmpty, techniques: techniques,
      hasGained: exhibits["gained"] != nil, actors: actors, hasActors: !actors.isEmpty,
      reportsTitle: newReports == 0 ? nil : Format.count(newReports, "new report"),
      isReportsCut: newReports > ChangeTables.mostReports)
  }

  /// How many are shown, and of what kinds: `The 12 largest gains of 157; 34 more are pairs of …`.
  private func note(_ moves: [ReleaseComparison.Move], _ what: String) -> String {
    let old = moves.count { $0.before != nil }
    let fresh = moves.count - old
    guard old > 0 else { return "All \(fresh) are pairs of a technique that is new." }
    let shown = min(old, ChangeTables.mostPairs)
    let possible = moves.count { $0.now.grade == .possible }
    let notes = [
      shown < old ? "The \(shown) \(what) of \(old)" : "All \(shown)",
      fresh > 0 ? "\(fresh) more are pairs of a technique that is new" : nil,
      possible > 0 ? "\(possible) stay possible" : nil,
    ]
    return notes.compactMap(\.self).joined(separator: "; ") + "."
  }

  private func facts(_ change: ReleaseChange) -> [Fact] {
    let previous = change.previous
    let dates = { (knowledge: Knowledge) in
      Format.list(Set(knowledge.releases.map(\.dateInWords)).sorted())
    }
    let actors = change.objects.newActors.map { knowledge.actors[$0].kind }
    let news = Actor.Kind.allCases.map { kind in
      Fact("New \(kind.collective)", Format.count(actors.count { $0 == kind }))
    }
    return [
      Fact("Data of", "\(dates(previous.knowledge)) → \(dates(knowledge))"),
      Fact(
        "Reports",
        "\(Format.count(previous.counted.count)) → "
          + Format.count(corpus.count)),
      Fact(
        "Reported techniques",
        "\(Format.count(previous.associations.counts.citedCount)) → "
          + Format.count(associations.counts.citedCount)),
    ] + news
  }

  private func techniques(_ change: ReleaseChange) -> [Named] {
    let objects = change.objects
    let new = objects.newTechniques.map { knowledge.techniques[$0].link.markdown(at: location) }
    let renamed = objects.renamed.map {
      knowledge.techniques[$0.technique].link.markdown(at: location) + ", before: "
        + MarkdownText.escape($0.before)
    }
    let retired = objects.retiredTechniques.map { technique in
      successor(of: technique.id.description, named: technique.name)
    }
    return [
      named(new, "new technique"), named(retired, "retired technique"),
      named(renamed, "renamed technique"),
    ].compactMap(\.self)
  }

  private func actors(_ change: ReleaseChange) -> [Named] {
    let new = Actor.Kind.allCases.map { kind in
      named(
        change.objects.newActors.filter { knowledge.actors[$0].kind == kind }
          .map { knowledge.actors[$0].link.markdown(at: location) },
        "new \(kind.noun)", "new \(kind.plural)")
    }
    let retired = change.objects.retiredActors.map {
      successor(of: $0.id.description, named: $0.name)
    }
    return (new + [named(retired, "retired of these", "retired of these")]).compactMap(\.self)
  }

  private func named(_ names: [String], _ one: String, _ many: String? = nil) -> Named? {
    guard !names.isEmpty else { return nil }
    return Named(
      title: Format.count(names.count, one, many ?? one + "s"),
      names: names.joined(separator: " · "))
  }

  /// What became of a retired object, if its page shows it.
  private func successor(of id: String, named name: String) -> String {
    let text = "\(id) \(name)"
    guard let retired = knowledge.retired.first(where: { $0.id == id }) else {
      return MarkdownText.escape(text)
    }
    let link = MarkdownText.link(text, location.href(retired.path))
    return retired.successor.map { link + ", now \(MarkdownText.escape("\($0.id) \($0.name)"))" }
      ?? link
  }
}

extension ChangesMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("span", \.span),
    .text("moved", \.moved),
    .text("firm", \.firm),
    .text("newly", \.newly),
    .text("noLonger", \.noLonger),
    .text("newReports", \.newReports),
    .items("facts", \.facts),
    .number("fewest", \.fewest),
    .text("tens", \.tens),
    .text("unmoved", \.unmoved),
    .flag("hasNewcomers", \.hasNewcomers),
    .text("before", \.before),
    .text("newlyNote", \.newlyNote),
    .flag("hasNewly", \.hasNewly),
    .text("noLongerNote", \.noLongerNote),
    .flag("hasTechniques", \.hasTechniques),
    .items("techniques", \.techniques),
    .flag("hasGained", \.hasGained),
    .items("actors", \.actors),
    .flag("hasActors", \.hasActors),
    .text("reportsTitle", \.reportsTitle),
    .flag("isReportsCut", \.isReportsCut),
  ]
}

extension ChangesMaker.Named: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("names", \.names),
  ]
}
