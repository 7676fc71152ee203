import Text

/// The list of all pages of a kind.
struct IndexPage {
  let kind: PageKind
  /// How many there are, in a sentence.
  let said: String
  /// What else there is to say; Markdown.
  var note: String?
  let table: Table

  /// What `Templates/index.md` says.
  struct Contents: Sendable {
    let title: String
    let said: String
    let note: String?
    let hasRows: Bool
  }

  var page: Page {
    Page(
      kind: kind, path: kind.path, template: "index", title: kind.title, summary: said,
      contents: Contents(
        title: kind.title, said: said, note: note, hasRows: !table.rows.isEmpty),
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
