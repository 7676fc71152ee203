package import Text

/// Reads what a team wrote by hand: Markdown files of its `pages` and `notes` folders, and pictures of `pages`.
package enum TeamTextReader {
  /// Notes are `nil` if the site is not to show them.
  ///
  /// - Throws: `TeamTextError`.
  package static func read(
    pages: SourceFolder, notes: SourceFolder?
  ) throws(TeamTextError) -> TeamTexts {
    TeamTexts(
      pages: try texts(pages, reserved: ["index"]),
      notes: try notes.map { notes throws(TeamTextError) in try texts(notes, reserved: []) } ?? [],
      pictures: try pictures(pages),
      ignored: pages.names.filter { !isText($0) && !FileName.isPicture($0) }.map(pages.path)
        + (notes.map { notes in notes.names.filter { !isText($0) }.map(notes.path) } ?? []))
  }

  private static func isText(_ name: String) -> Bool { name.hasSuffix(".md") }

  private static func pictures(
    _ folder: SourceFolder
  ) throws(TeamTextError) -> [TeamPicture] {
    var pictures: [TeamPicture] = []
    for name in folder.names where FileName.isPicture(name) {
      let path = folder.path(of: name)
      guard FileName.isSafe(name) else { throw .badName(path: path) }
      guard let bytes = folder.files[name]?.bytes else { throw .unreadable(path: path) }
      pictures.append(TeamPicture(path: PageKind.guide.picturePath(of: name), bytes: bytes))
    }
    return pictures
  }

  private static func texts(
    _ folder: SourceFolder, reserved: Set<String>
  ) throws(TeamTextError) -> [TeamText] {
    var texts: [TeamText] = []
    for file in folder.names where isText(file) {
      let path = folder.path(of: file)
      let name = String(file.dropLast(".md".count))
      guard FileName.isSafe(name), !reserved.contains(name) else { throw .badName(path: path) }
      guard let source = folder.files[file], source.bytes != nil else {
        throw .unreadable(path: path)
      }
      guard let text = source.text else {
        throw .notText(path: path, found: source.otherContent)
      }
      let head = TextHead(of: TextCleaner.clean(text))
      texts.append(
        TeamText(
          name: name, markdown: head.body, source: path, givenTitle: head.title,
          linesBefore: head.lineCount))
    }
    return texts
  }
}

/// What is wrong with a text that a team wrote.
package enum TeamTextError: Error, Equatable {
  case badName(path: String)
  case unreadable(path: String)
  case notText(path: String, found: String)
}
