import Text

/// Makes the pages that a team wrote by hand, and their list.
struct TeamPageMaker: Sendable {
  let texts: [TeamText]

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
    return [PageRecipe(PageKind.guide.path, index)]
      + texts.indices.map { place in PageRecipe(path(place)) { page(place) } }
  }

  private func path(_ place: Int) -> String { PageKind.guide.path(of: texts[place].name) }

  private func link(_ place: Int) -> Link? {
    texts.indices.contains(place) ? Link(texts[place].title, to: path(place)) : nil
  }

  private func page(_ place: Int) -> Page {
    var page = Page(
      kind: .guide, path: path(place), template: "page", title: texts[place].title,
      summary: texts[place].title, trail: [PageKind.guide.link],
      previous: link(place - 1), next: link(place + 1),
      contents: Contents(text: texts[place].titled))
    page.source = texts[place].source
    return page
  }

  private func index() -> Page {
    let place = PageLocation(PageKind.guide.path)
    return Page(
      kind: .guide, path: PageKind.guide.path, template: "pages", title: PageKind.guide.title,
      summary: "What to read about this site, and how to use it",
      contents: ListContents(
        pages: texts.indices.map {
          ListContents.Entry(title: texts[$0].title, path: place.href(path($0)))
        }))
  }
}

extension TeamPageMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("text", \.text)
  ]
}

extension TeamPageMaker.ListContents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .items("pages", \.pages)
  ]
}

extension TeamPageMaker.ListContents.Entry: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("path", \.path),
  ]
}
