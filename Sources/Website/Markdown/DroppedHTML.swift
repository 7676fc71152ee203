package import Attack
package import Pages

/// The HTML that people wrote into their Markdown, of which no page shows anything.
package enum DroppedHTML {
  /// A notice for each line of a team's texts that has some.
  package static func notices(_ texts: TeamTexts) -> [Notice] {
    (texts.pages + texts.notes).flatMap { text in
      lines(of: text.markdown).map { Notice(.droppedHTML, at: text.place(ofLine: $0)) }
    }
  }

  /// The lines that have some, from 1; a comment is nothing to be shown.
  static func lines(of markdown: String) -> [Int] {
    CmarkTree.read(markdown) { document in
      var lines: [Int] = []
      var walk = CmarkWalk(through: document)
      while let (node, isEntry) = walk.next() {
        let isHTML = node.kind == .htmlBlock || node.kind == .html
        guard isEntry, isHTML, node.literal.comment == nil else { continue }
        if lines.last != node.line { lines.append(node.line) }
      }
      return lines
    }
  }
}
