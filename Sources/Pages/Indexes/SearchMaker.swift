import Attack
import Text

/// Makes the page of search results, and its A to Z for readers without a script.
struct SearchMaker: Sendable {
  let knowledge: Knowledge
  /// Reports that count.
  let reportCount: Int

  /// The values for `Templates/search.md`.
  struct Contents: Sendable {
    let letters: [Letter]
    let reports: String
  }

  /// The names that begin with a letter.
  struct Letter: Sendable {
    let letter: String
    let anchor: String
    let names: [String]
  }

  func page() -> Page {
    Page(
      kind: .search, path: PageKind.search.path, template: "search", title: "Search",
      summary: "Find techniques, groups, software, campaigns and reports by id, name or alias",
      contents: Contents(
        letters: letters, reports: Format.count(reportCount, "report")))
  }

  private var letters: [Letter] {
    let location = PageLocation(PageKind.search.path)
    let names = self.names.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
    return Dictionary(grouping: names) { Self.letter(of: $0.name) }
      .sorted { $0.key < $1.key }
      .map { letter, names in
        Letter(
          letter: letter == Self.otherSigns ? "Other signs" : letter,
          anchor: letter == Self.otherSigns ? "other-signs" : letter.lowercased(),
          names: names.map {
            MarkdownText.link("\($0.name) \($0.id)", location.href($0.path))
          })
      }
  }

  private var names: [(name: String, id: String, path: String)] {
    knowledge.techniques.map { ($0.name, $0.id.description, $0.path) }
      + knowledge.tactics.map { ($0.name, $0.id?.description ?? "", $0.path) }
      + knowledge.actors.map { ($0.name, $0.id.description, $0.path) }
  }

  /// After the letters.
  private static let otherSigns = "~"

  private static func letter(of name: String) -> String {
    guard let first = name.first, first.isASCII, first.isLetter else { return otherSigns }
    return first.uppercased()
  }
}

extension SearchMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .items("letters", \.letters),
    .text("reports", \.reports),
  ]
}

extension SearchMaker.Letter: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("letter", \.letter),
    .text("anchor", \.anchor),
    .texts("names", \.names),
  ]
}
