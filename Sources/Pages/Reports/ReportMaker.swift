import Attack
import Corpora
import Measures
import Text

/// Makes the page of one report: what it is cited for, and on whose behalf.
struct ReportMaker: Sendable {
  let knowledge: Knowledge
  let corpus: Corpus
  /// Which of the reports count.
  let reports: FilteredReports
  /// Of the reports that count.
  let associations: Associations
  let map: SiteMap
  let index: Index<Report>
  /// Of the reports that count.
  let sizes: ReportSizes
  /// What stands beside the legend of its matrix.
  let note: String?
  private var report: Report { corpus.reports[index] }
  private var location: PageLocation { PageLocation(report.path) }
  private var techniques: [Index<Technique>] { corpus.techniquesOfReport[index] }

  /// The values for `Templates/report.md`.
  struct Contents: Sendable {
    let title: String
    let techniques: String
    let median: String
    let facts: [Fact]
    /// `1 group and 2 pieces of software`.
    let actors: String
    /// Whose it is, where ATT&CK does not cite it: `our own`, `from TIE`.
    let origin: String?
    /// How many of its techniques others than ATT&CK add, where it cites the report too.
    let added: String?
    /// Cited only on behalf of tools: a manual rather than an intrusion.
    let isManual: Bool
    /// Where it is one of the large ones.
    let large: String?
    let leftOut: String?
    /// Whether there are several techniques: one needs no map, and has no order.
    let hasSeveral: Bool
    let hunt: HuntSection.Contents?
    let layers: String
  }

  func page() -> Page {
    var page = unmarked
    page.marking = corpus.marking(of: [index])
    return page
  }

  private var unmarked: Page {
    Page(
      kind: .report, path: report.path, template: "report", title: report.title,
      summary: "The \(Format.count(techniques.count, "technique")) that this report is cited for",
      trail: [PageKind.report.link], previous: neighbour(-1),
      next: neighbour(1), contents: contents,
      exhibits: exhibits, lateScripts: hasSeveral ? FigureScripts.code : [],
      dataScripts: hasSeveral ? FigureScripts.data : [])
  }

  private var hasSeveral: Bool { techniques.count > 1 }

  private var exhibits: [String: Exhibit] {
    var exhibits: [String: Exhibit] = ["all": .table(table)]
    if hasSeveral { exhibits["matrix"] = .figure(matrix) }
    return exhibits
  }

  private var matrix: MatrixFigure {
    MatrixMaker(knowledge).figure(
      "Techniques of this report on the ATT&CK matrix",
      description: "One column for each tactic, the rarest first. Each number: how many of all "
        + "reports cite the technique.",
      legend: Legend(
        title: "Reports that cite the technique, of \(Format.count(sizes.reports)): the darker, "
          + "the rarer", labels: ColourScale.rarityLabels, scale: .sequential, note: note),
      numbers: Dictionary(uniqueKeysWithValues: techniques.map { ($0, associations.total($0)) }),
      level: ColourScale.rarity)
  }

  private func neighbour(_ step: Int) -> Link? {
    let others = reports.counted.contains(index) ? reports.counted : reports.leftOut
    return corpus.neighbour(of: index, step: step, in: others).map {
      Link(step < 0 ? "Newer" : "Older", to: corpus.reports[$0].path)
    }
  }

  private var contents: Contents {
    Contents(
      title: report.title, techniques: Format.count(techniques.count, "technique"),
      median: Format.count(sizes.median), facts: facts, actors: actors,
      origin: origin, added: added,
      isManual: corpus.isManual(index, knowledge), large: large,
      leftOut: reports.reasonsInWords(of: index),
      hasSeveral: hasSeveral, hunt: hunt?.contents(),
      layers: LayerLinks(report.id, techniques, knowledge).markdown(at: location))
  }

  /// Of many techniques the rarest.
  private var hunt: HuntSection? {
    let rarest = rarestFirst.prefix(Self.mostHunted)
    let choice =
      switch techniques.count {
      case 1: "its only technique"
      case ...Self.mostHunted: "all that it is cited for"
      default: "the \(rarest.count) techniques that the fewest reports cite"
      }
    return HuntSection(
      Array(rarest), of: "report", chosen: choice, knowledge, associations, at: location)
  }

  private static let mostHunted = 10

  private var rarestFirst: [Index<Technique>] {
    associations.counts.rarestFirst(techniques)
  }

  /// How many of each kind it is cited for.
  private var actors: String {
    Format.list(
      Actor.Kind.counted(corpus.citedBy[index].map { knowledge.actors[$0].kind }))
  }

  private var large: String? {
    guard techniques.count >= sizes.threshold else { return nil }
    return "one of the \(Format.count(sizes.large, "report")) with "
      + "\(Format.count(sizes.threshold)) techniques or more"
  }

  private var origin: String? {
    guard report.origin != .attack else { return nil }
    let sets = report.origins.compactMap(\.set).map { "from \(corpus.sets[$0])" }
    return Format.list((report.origins.contains(.team) ? ["our own"] : []) + sets)
  }

  /// `2 of them named by ours alone`.
  private var added: String? {
    guard report.origin == .attack else { return nil }
    let others = techniques.filter { corpus.origin(of: index, citing: $0) != .attack }
    guard !others.isEmpty else { return nil }
    let names = Set(others.map { corpus.words(corpus.origin(of: index, citing: $0)) }).sorted()
    return "\(Format.count(others.count)) of them named by \(Format.list(names)) alone"
  }

  private var facts: [Fact] {
    var facts = [
      Fact(
        report.isDateOfAdding ? "Added" : "Published",
        report.published?.description ?? "no date given")
    ]
    if corpus.isMixed { facts.append(Fact("From", corpus.originsInWords(of: report))) }
    if !report.files.isEmpty {
      facts.append(Fact("Read from", Format.list(report.files.map(MarkdownText.escape))))
    }
    if report.runs > 1 { facts.append(Fact("Run", "\(Format.count(report.runs)) times")) }
    if let tlp = report.tlp { facts.append(Fact("Marking", tlp.title)) }
    if let authors = report.authors { facts.append(Fact("By", MarkdownText.escape(authors))) }
    let actors = corpus.citedBy[index].map { actor in
      knowledge.actors[actor].link.markdown(at: location)
        + " (\(knowledge.actors[actor].kind.rawValue))"
    }
    if !actors.isEmpty { facts.append(Fact("Cited for", actors.joined(separator: ", "))) }
    if let url = report.original {
      facts.append(Fact("Read it", MarkdownText.link(report.publisher ?? url, url)))
    }
    if let copy = report.archive {
      facts.append(Fact("Archived copy", MarkdownText.link("web.archive.org", copy)))
    }
    return facts
  }

  private var table: Table {
    let text = ProcedureText(
      knowledge.actors, map.targets, named: corpus.citedBy[index], sets: corpus.sets)
    let rows = rarestFirst
    return Table(
      hasSeveral
        ? "The techniques that the report is cited for, the rarest first"
        : "The technique that the report is cited for",
      style: "said",
      columns: [
        Table.Column("Technique"), Table.Column("Tactic", isMinor: true),
        Table.Column("Reports, of all", isNumeric: true),
        Table.Column(report.origins == [.attack] ? "ATT&CK’s sentence" : "What it says"),
      ], rows: rows.map { row($0, text) }, filter: rows.count > 20 ? "id, name or sentence" : nil)
  }

  private func row(_ technique: Index<Technique>, _ text: ProcedureText) -> Table.Row {
    let id = knowledge.techniques[technique].id.description
    let procedures = corpus.procedures(ofReport: index, with: technique)
    return Table.Row(
      id,
      [
        .name(
          id: id, name: knowledge.fullName(technique), path: knowledge.techniques[technique].path),
        .text(knowledge.tacticNames(technique).joined(separator: ", ")),
        .count(associations.total(technique), path: nil),
        .sentences(
          text.sentences(
            on: knowledge.techniques[technique], procedures, citing: report, at: location)),
      ])
  }
}

extension ReportMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("techniques", \.techniques),
    .text("median", \.median),
    .items("facts", \.facts),
    .text("actors", \.actors),
    .text("origin", \.origin),
    .text("added", \.added),
    .flag("isManual", \.isManual),
    .text("large", \.large),
    .text("leftOut", \.leftOut),
    .flag("hasSeveral", \.hasSeveral),
    .item("hunt", \.hunt),
    .text("layers", \.layers),
  ]
}
