/// Makes the page that explains the words of the site, which its template holds whole.
struct WordsMaker: Sendable {
  func page() -> Page {
    Page(
      kind: .words, path: PageKind.words.path, template: "words", title: PageKind.words.title,
      summary: "What the terms on these pages mean", trail: [PageKind.method.link],
      contents: NoContents())
  }
}
