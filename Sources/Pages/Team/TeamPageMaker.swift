/// Makes the pages that a team wrote by hand, and their list.
struct TeamPageMaker: Sendable {
  let texts: [TeamText]

  static let indexPath = "pages/index.html"

  /// What `Templates/page.md` says.
  struct Contents: Sendable {
    let text: String
  }

  /// What `Templates/pages.md` says.
  struct ListContents: Sendable {
    let pages: [Entry]

    struct Entry: Sendable {
      let title: String
      let path: String
    }
  }

  var recipes: [PageRecipe] {
    guard !texts.isEmpty else { return [] }
    return [PageRecipe(Self.indexPath, index)]
      + texts.indices.map { place in PageRecipe(path(place)) { page(place) } }
  }

  private func path(_ place: Int) -> String { "pages/\(texts[place].name).html" }

  private func link(_ place: Int) -> Link? {
    texts.indices.contains(place) ? Link(texts[place].title, to: path(place)) : nil
  }

  private func page(_ place: Int) -> Page {
    var page = Page(
      path: path(place), template: "page", title: texts[place].title,
      summary: texts[place].title, trail: [Link("Guides", to: Self.indexPath)],
      previous: link(place - 1), next: link(place + 1),
      contents: Contents(text: texts[place].titled))
    page.source = texts[place].source
    return page
  }

  private func index() -> Page {
    Page(
      path: Self.indexPath, template: "pages", title: "Guides",
      summary: "What to read about this site, and how to use it",
      contents: ListContents(
        pages: texts.map { ListContents.Entry(title: $0.title, path: $0.name + ".html") }))
  }
}
