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
    /// The sentence that begins with `12 new techniques`.
    let objects: String
    /// Of tactics, if they are the same.
    let sameTactics: String?
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
    let hasObjects: Bool
    /// Of tactics and techniques.
    let lists: [Listed]
    let hasGained: Bool
    let actors: [Listed]
    let hasActors: Bool
    let reportsTitle: String?
    let isReportsCut: Bool
  }

  /// A list of changes, the first of them in sight.
  struct Listed: Sendable {
    /// `3 new techniques`.
    let title: String
    let first: String
    /// The others, and how many they are.
    let rest: String?
    let restTitle: String
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
    let lists = change.map {
      ChangeLists($0.objects, from: $0.previous.knowledge, to: knowledge)
    }
    let objects = (lists?.tactics ?? []) + (lists?.techniques ?? [])
    let actors = lists?.actors ?? []
    let newReports = change?.newReports.count ?? 0
    return Contents(
      span: names.map { MarkdownText.escape("from \($0.before) to \($0.now)") },
      objects: Self.sentence(objects.map(\.title)),
      sameTactics: lists?.tactics.isEmpty == true && !objects.isEmpty
        ? Self.sameTactics(change) : nil,
      moved: Format.count(pairs?.movedCount ?? 0), firm: Format.count(pairs?.everFirmCount ?? 0),
      newly: Format.count(newly.count), noLonger: Format.count(lost.count),
      newReports: Format.count(newReports, "report is", "reports are"),
      facts: change.map(facts) ?? [], fewest: ReleaseComparison.fewestReports,
      tens: Format.count(pairs?.tens ?? 0, "technique"),
      unmoved: pairs?.unmoved == 0 ? "none" : Format.count(pairs?.unmoved ?? 0),
      hasNewcomers: exhibits["newcomers"] != nil,
      before: MarkdownText.escape(names?.before ?? ""),
      newlyNote: newly.isEmpty ? nil : note(newly, "largest gains"),
      hasNewly: exhibits["newly"] != nil,
      noLongerNote: lost.isEmpty ? nil : note(lost, "largest losses"),
      hasObjects: !objects.isEmpty, lists: objects.map(listed),
      hasGained: exhibits["gained"] != nil, actors: actors.map(listed), hasActors: !actors.isEmpty,
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
    let actors = change.objects.actors.new.map { knowledge.actors[$0.index].kind }
    let news = Actor.Kind.allCases.map { kind in
      Fact("New \(kind.collective)", Format.count(actors.count { $0 == kind }))
    }
    return [
      Fact("Data of", "\(dates(previous.knowledge)) → \(dates(knowledge))"),
      Fact(
        "Reports",
        "\(Format.count(previous.associations.counts.reportCount)) → "
          + Format.count(corpus.count)),
      Fact(
        "Reported techniques",
        "\(Format.count(previous.associations.counts.citedCount)) → "
          + Format.count(associations.counts.citedCount)),
    ] + news
  }

  /// What became of tactics and techniques, in one sentence.
  private static func sentence(_ titles: [String]) -> String {
    titles.isEmpty
      ? "Tactics and techniques are the same." : MarkdownText.escape(Format.list(titles)) + "."
  }

  private static func sameTactics(_ change: ReleaseChange?) -> String {
    change?.objects.tactics.hasOrder == true
      ? "The tactics are the same, in the same order." : "The tactics are the same."
  }

  /// How many lines of a list are in sight.
  private static let mostInSight = 12

  private func listed(_ list: ChangeList) -> Listed {
    let lines = list.lines.map { $0.markdown(at: location) }
    let rest = lines.dropFirst(Self.mostInSight)
    let joined = { (lines: ArraySlice<String>) in
      list.isOfNames
        ? lines.joined(separator: " · ") : lines.map { "- " + $0 }.joined(separator: "\n")
    }
    return Listed(
      title: list.title, first: joined(lines.prefix(Self.mostInSight)),
      rest: rest.isEmpty ? nil : joined(rest),
      restTitle: rest.count == 1 ? "One more" : "\(Format.count(rest.count)) more")
  }
}

extension ChangesMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("span", \.span),
    .text("objects", \.objects),
    .text("sameTactics", \.sameTactics),
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
    .flag("hasObjects", \.hasObjects),
    .items("lists", \.lists),
    .flag("hasGained", \.hasGained),
    .items("actors", \.actors),
    .flag("hasActors", \.hasActors),
    .text("reportsTitle", \.reportsTitle),
    .flag("isReportsCut", \.isReportsCut),
  ]
}

extension ChangesMaker.Listed: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("first", \.first),
    .text("rest", \.rest),
    .text("restTitle", \.restTitle),
  ]
}
