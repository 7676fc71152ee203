import Attack
import Measures
import Text

/// Makes the page of all data components and log sources: what each shows.
struct SourcesMaker: Sendable {
  let techniques: IndexedList<Technique, Technique>
  let associations: Associations
  let index: LogSourceIndex

  /// The values for `Templates/logs.md`.
  struct Contents: Sendable {
    let sources: String?
    let components: String?
    let sourceTitle: String
    let componentTitle: String
  }

  func page() -> Page {
    var exhibits: [String: Exhibit] = [:]
    if let table = table(index.sources, index.sourceKind) { exhibits["sources"] = .table(table) }
    if let table = table(index.components, index.componentKind) {
      exhibits["components"] = .table(table)
    }
    return Page(
      kind: .sources, path: PageKind.sources.path, template: "logs", title: "Where to look",
      summary: "Every data component and log source, and the techniques that each shows",
      contents: Contents(
        sources: counted(index.sources, index.sourceKind),
        components: counted(index.components, index.componentKind),
        sourceTitle: Self.title(index.sourceKind), componentTitle: Self.title(index.componentKind)),
      exhibits: exhibits, scripts: ["model.js", "sources.js"],
      dataScripts: [DataScriptName.explorer, DataScriptName.detections])
  }

  private func counted(_ entries: [LogSourceIndex.Entry], _ kind: String) -> String? {
    entries.isEmpty ? nil : Format.count(entries.count, kind)
  }

  /// `Log sources`.
  private static func title(_ kind: String) -> String {
    Format.capitalized(kind) + "s"
  }

  private func table(_ entries: [LogSourceIndex.Entry], _ kind: String) -> Table? {
    guard !entries.isEmpty else { return nil }
    return Table(
      "\(Self.title(kind)) by how many techniques they show", style: "sources",
      columns: [
        Table.Column(Format.capitalized(kind)),
        Table.Column("Techniques", isNumeric: true),
        Table.Column("Of them reported", isNumeric: true, isMinor: true),
        Table.Column("The most reported of them"),
      ], rows: entries.map(row), filter: "name")
  }

  private func row(_ entry: LogSourceIndex.Entry) -> Table.Row {
    let reported = entry.techniques.filter { associations.total($0) > 0 }
    let most = associations.counts.mostReportedFirst(reported)
    let names = most.prefix(Self.most).map {
      techniques[$0].link.markdown(at: PageLocation(PageKind.sources.path))
        + " \(Format.count(associations.total($0)))"
    }
    return Table.Row(
      entry.anchor,
      [
        .text(entry.name), .count(entry.techniques.count, path: nil),
        .count(reported.count, path: nil),
        .prose(
          [names.joined(separator: ", "), Self.spelt(entry.otherSpellings)]
            .filter { !$0.isEmpty }.joined(separator: "; ")),
      ])
  }

  /// `also written NSM:FLow`, in Markdown.
  private static func spelt(_ others: [String]) -> String {
    others.isEmpty ? "" : "also written " + Format.list(others.map(MarkdownText.escape))
  }

  private static let most = 6
}

extension SourcesMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("sources", \.sources),
    .text("components", \.components),
    .text("sourceTitle", \.sourceTitle),
    .text("componentTitle", \.componentTitle),
  ]
}
