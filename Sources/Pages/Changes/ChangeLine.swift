import Text

/// One change in words, in which objects lead to their pages: `T1004 Old, now T1547.004 New`.
package struct ChangeLine: Sendable {
  /// The id of what it is about.
  let id: String
  /// The page to read on at, where there is one.
  let path: String?
  private let pieces: [Piece]

  /// - Parameters:
  ///   - object: what it is about, if not the first that is named.
  ///   - pieces: what it says.
  init(about object: Object? = nil, _ pieces: [Piece]) {
    let objects = pieces.lazy.compactMap { if case .object(let own) = $0 { own } else { nil } }
    let own = object ?? objects.first
    id = own?.id ?? ""
    path = own?.path
    self.pieces = pieces
  }

  /// A part of a line.
  enum Piece: Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    case words(String)
    case object(Object)

    init(stringLiteral words: String) { self = .words(words) }
  }

  /// What has an id, and perhaps a page.
  struct Object: Sendable {
    let id: String
    /// By which a line names it.
    let text: String
    let path: String?
  }

  /// For a terminal.
  package var text: String { written(Self.same) { $0.text } }

  /// For a ticket: without links.
  package var markdown: String { written(MarkdownText.escape) { MarkdownText.escape($0.text) } }

  /// For a page of the site.
  func markdown(at location: PageLocation) -> String {
    written(MarkdownText.escape) { object in
      object.path.map { MarkdownText.link(object.text, location.href($0)) }
        ?? MarkdownText.escape(object.text)
    }
  }

  private static func same(_ words: String) -> String { words }

  private func written(_ words: (String) -> String, _ object: (Object) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let text): words(text)
      case .object(let own): object(own)
      }
    }.joined()
  }
}

extension [ChangeLine.Piece] {
  /// `a`, `a and b`, `a, b and c`.
  static func list(_ objects: [ChangeLine.Object]) -> [ChangeLine.Piece] {
    objects.enumerated().flatMap { position, object -> [ChangeLine.Piece] in
      let isLast = position == objects.count - 1
      return (position == 0 ? [] : [isLast ? " and " : ", "]) + [.object(object)]
    }
  }
}
