import Text

/// Makes the pages that a team wrote by hand, and their list.
struct TeamPageMaker: Sendable {
  let texts: [TeamText]

  /// The values for `Templates/page.md`.
  struct Contents: Sendable {
    let text: String
  }

  /// The values for `Templates/pages.md`.
  struct ListContents: Sendable {
    let pages: [Entry]

    struct Entry: Sendable {
      let title: String
      let path: String
    }
  }

  var recipes: [PageRecipe] {
    guard !texts.isEmpty else { return [] }
    return [PageRecipe(PageKind.guide.path, edits: texts.flatMap(\.edits), index)]
      + texts.indices.map { index in
        PageRecipe(path(index), edits: edits(index)) { page(index) }
      }
  }

  /// Those of a page, and of the two beside it, to which it has links.
  private func edits(_ index: Int) -> [String] {
    texts[max(0, index - 1)...min(index + 1, texts.count - 1)].flatMap(\.edits)
  }

  private func path(_ index: Int) -> String { PageKind.guide.path(of: texts[index].name) }

  private func link(_ index: Int) -> Link? {
    texts.indices.contains(index) ? Link(texts[index].title, to: path(index)) : nil
  }

  private func page(_ index: Int) -> Page {
    var page = Page(
      kind: .guide, path: path(index), template: "page", title: texts[index].title,
      summary: texts[index].title, trail: [PageKind.guide.link],
      previous: link(index - 1), next: link(index + 1),
      contents: Contents(text: texts[index].titled))
    page.source = texts[index].source
    return page
  }

  private func index() -> Page {
    let location = PageLocation(PageKind.guide.path)
    return Page(
      kind: .guide, path: PageKind.guide.path, template: "pages", title: PageKind.guide.title,
      summary: "What to read about this site, and how to use it",
      contents: ListContents(
        pages: texts.indices.map {
          ListContents.Entry(title: texts[$0].title, path: location.href(path($0)))
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
