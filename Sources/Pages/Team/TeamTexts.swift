package import Attack
package import Corpora

/// What a team wrote by hand for its wiki: pages of its own, and notes on the pages of objects.
package struct TeamTexts: Sendable {
  /// By file name.
  package let pages: [TeamText]
  /// Each is named after the id of an object, or the name of a report's page.
  package let notes: [TeamText]
  /// Pictures beside the pages, by file name.
  package let pictures: [TeamPicture]
  /// What is in the folders and is neither a Markdown file of theirs nor such a picture.
  package let ignored: [String]

  package init(
    pages: [TeamText] = [], notes: [TeamText] = [], pictures: [TeamPicture] = [],
    ignored: [String] = []
  ) {
    self.pages = pages
    self.notes = notes
    self.pictures = pictures
    self.ignored = ignored
  }

  /// Notes on what has no page here, and what could not be taken for a text.
  package func notices(_ knowledge: Knowledge, _ corpus: Corpus) -> [Notice] {
    let paths =
      knowledge.techniques.map(\.path) + knowledge.tactics.map(\.path)
      + knowledge.actors.map(\.path) + knowledge.retired.map(\.path)
      + corpus.named.map { corpus.reports[$0].path }
      + corpus.setSources.map(\.path)
    let known = Set(paths.map(Self.name))
    return notes.filter { !known.contains($0.name) }
      .map { Notice(.noteOnNothing, at: $0.source) }
      + ignored.map { Notice(.ignoredText, at: $0) }
  }

  /// The note that belongs on a page.
  func note(on path: String) -> TeamText? {
    guard PageKind.takesNotes(path) else { return nil }
    return notes.first { $0.name == Self.name(path) }
  }

  /// Where a text on a page writes a link, `Site/notes/T1047.md:3`; `nil` if none does.
  package func place(ofLink link: String, on path: String) -> String? {
    let page = pages.first { PageKind.guide.path(of: $0.name) == path }
    return [page, note(on: path)].compactMap(\.self).lazy.compactMap { text in
      let lines = text.markdown.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.firstIndex { $0.contains(link) }.map { text.place(ofLine: $0 + 1) }
    }.first
  }

  private static func name(_ path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.dropLast(".html".count))
  }
}

/// One text in Markdown.
package struct TeamText: Sendable {
  /// Of its file, without `.md`: `T1047`.
  package let name: String
  package let markdown: String
  /// The path of its file.
  package let source: String
  /// The title that its file begins with, where it does.
  package let givenTitle: String?
  /// Lines of its file before its Markdown.
  private let linesBefore: Int

  package init(
    name: String, markdown: String, source: String, givenTitle: String? = nil, linesBefore: Int = 0
  ) {
    self.name = name
    self.markdown = markdown
    self.source = source
    self.givenTitle = givenTitle
    self.linesBefore = linesBefore
  }

  /// A line of its Markdown, from 1, as a place in its file: `Site/notes/T1047.md:3`.
  package func place(ofLine line: Int) -> String { "\(source):\(line + linesBefore)" }

  /// The same text with other Markdown, of as many lines.
  package func saying(_ markdown: String) -> TeamText {
    TeamText(
      name: name, markdown: markdown, source: source, givenTitle: givenTitle,
      linesBefore: linesBefore)
  }

  /// All of it that a page shows.
  var edits: [String] { [name, givenTitle ?? "", markdown] }

  /// The one it was given, else its first heading, else its name.
  var title: String { givenTitle ?? heading ?? name }

  /// Its Markdown, under a heading in any case.
  var titled: String { heading == nil ? "# \(title)\n\n\(markdown)" : markdown }

  /// The first heading of the first level; a line of a fenced block is none.
  private var heading: String? {
    var fence: Substring?
    for line in markdown.split(separator: "\n") {
      if let open = fence {
        if line.hasPrefix(open) { fence = nil }
      } else if line.hasPrefix("```") || line.hasPrefix("~~~") {
        fence = line.prefix { $0 == line.first }
      } else if line.hasPrefix("# ") {
        return String(line.dropFirst(2).trimmingPrefix(while: \.isWhitespace))
      }
    }
    return nil
  }
}
