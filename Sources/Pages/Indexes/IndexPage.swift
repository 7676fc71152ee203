import Text

/// The list of all pages of a kind.
struct IndexPage {
  let kind: PageKind
  /// How many there are, in a sentence.
  let summary: String
  /// A further remark; Markdown.
  var note: String?
  let table: Table

  /// The values for `Templates/index.md`.
  struct Contents: Sendable {
    let title: String
    let said: String
    let note: String?
    let hasRows: Bool
  }

  var page: Page {
    Page(
      kind: kind, path: kind.path, template: "index", title: kind.title, summary: summary,
      contents: Contents(
        title: kind.title, said: summary, note: note, hasRows: !table.rows.isEmpty),
      exhibits: table.rows.isEmpty ? [:] : ["all": .table(table)])
  }
}

extension IndexPage.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("said", \.said),
    .text("note", \.note),
    .flag("hasRows", \.hasRows),
  ]
}
