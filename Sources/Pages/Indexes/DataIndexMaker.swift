import Attack
import Corpora
import Measures
import Text

/// Makes the page that describes each file for programs.
struct DataIndexMaker: Sendable {
  let knowledge: Knowledge
  let reports: FilteredReports
  let subsets: [SubsetFindings]
  let tables: [DataTable]
  /// Whether it shows how good its numbers are.
  let isEvaluated: Bool

  /// The values for `Templates/data.md`.
  struct Contents: Sendable {
    let reports: String
    let techniques: String
    /// The files whose numbers are finest.
    let fine: String
    let isEvaluated: Bool
    let example: String?
    /// Links to those of all techniques.
    let layers: String
    let tables: [Listed]
    let subsets: [Subset]
  }

  /// A table, and what its columns hold.
  struct Listed: Sendable {
    /// To the file, or to one of many.
    let link: String
    let file: String
    let holds: String
    let columns: [ListedColumn]
  }

  struct ListedColumn: Sendable {
    let name: String
    let holds: String
    let writing: String
  }

  struct Subset: Sendable {
    let title: String
    let path: String
  }

  func page() -> Page {
    Page(
      kind: .data, path: PageKind.data.path, template: "data", title: "Data for programs",
      summary: "What each file of this site holds",
      contents: Contents(
        reports: Format.count(reports.countedCount, "report"),
        techniques: Format.count(knowledge.techniques.count, "technique"),
        fine: Format.list(tables.filter { $0.digits == .nine }.map { "`\($0.file)`" }),
        isEvaluated: isEvaluated,
        example: knowledge.techniques.first?.id.description,
        layers: LayerLinks("all", knowledge.techniques.indices, knowledge)
          .markdown(at: PageLocation(PageKind.data.path)),
        tables: tables.map(Listed.init),
        subsets: subsets.map {
          Subset(
            title: $0.subset.title,
            path: String($0.subset.csv.trimmingPrefix(RecordPath.data)))
        }))
  }
}

extension DataIndexMaker.Listed {
  fileprivate init(_ table: DataTable) {
    link = table.isOfMany ? Self.code(table) : MarkdownText.link(table.file, table.file)
    file = MarkdownText.escape(table.file)
    holds = MarkdownText.escape(table.holds)
    columns = table.columns.map { column in
      DataIndexMaker.ListedColumn(
        name: MarkdownText.escape(column.name), holds: MarkdownText.escape(column.holds),
        writing: column.writing)
    }
  }

  /// `techniques/*.csv`, with a link to the first of them.
  private static func code(_ table: DataTable) -> String {
    guard let first = table.paths.first else { return "`\(table.file)`" }
    let name = first.split(separator: "/").last.map(String.init) ?? first
    return "`\(table.file)`, as \(MarkdownText.link(name, first))"
  }
}

extension DataIndexMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("reports", \.reports),
    .text("techniques", \.techniques),
    .text("fine", \.fine),
    .flag("isEvaluated", \.isEvaluated),
    .text("example", \.example),
    .text("layers", \.layers),
    .items("tables", \.tables),
    .items("subsets", \.subsets),
  ]
}

extension DataIndexMaker.Listed: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("link", \.link),
    .text("file", \.file),
    .text("holds", \.holds),
    .items("columns", \.columns),
  ]
}

extension DataIndexMaker.ListedColumn: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("name", \.name),
    .text("holds", \.holds),
    .text("writing", \.writing),
  ]
}

extension DataIndexMaker.Subset: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("path", \.path),
  ]
}
