package import Pages
import Text

/// Markdown that a team wrote by hand, so that it says nothing of the page around it.
///
/// Comments go, since those of a template say how its page is put together. Code that is not ended is ended,
/// and HTML that is not ended goes: it would take the rest of the page with it. References to characters that
/// no page has, such as `&#27;`, are shown as they were written. All lines keep their numbers.
package enum SelfContainedMarkdown {
  /// The texts as pages may show them.
  package static func texts(_ texts: TeamTexts) -> TeamTexts {
    TeamTexts(
      pages: texts.pages.map(text), notes: texts.notes.map(text), pictures: texts.pictures,
      ignored: texts.ignored)
  }

  private static func text(_ text: TeamText) -> TeamText {
    text.saying(ended(withoutControls(withoutComments(text.markdown))))
  }

  static func withoutComments(_ markdown: String) -> String {
    guard markdown.contains("<!--") else { return markdown }
    let comments = CmarkTree.read(markdown) { document in
      document.children.filter { $0.kind == .htmlBlock && $0.literal.hasPrefix("<!--") }.map {
        (line: $0.line, count: lines(of: $0.literal.text))
      }
    }
    return comments.reduce(markdown) { text, comment in
      blanked(text, from: comment.line, count: comment.count)
    }
  }

  static func withoutControls(_ markdown: String) -> String {
    guard markdown.contains("&") else { return markdown }
    return markdown.replacing(/&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|lrm|rlm);/) { match in
      let value =
        match.output.1.flatMap { UInt32($0) } ?? match.output.2.flatMap { UInt32($0, radix: 16) }
      let isFit = value.flatMap(Unicode.Scalar.init).map { !TextCleaner.clean("\($0)").isEmpty }
      return isFit ?? false ? String(match.output.0) : "&amp;\(match.output.0.dropFirst())"
    }
  }

  /// The same, after which a new paragraph can begin.
  static func ended(_ markdown: String) -> String {
    let open: (isHTML: Bool, line: Int)? = CmarkTree.read(markdown + "\n\nend\n") { document in
      guard let last = Array(document.children).last, last.kind != .paragraph else { return nil }
      return (last.kind == .htmlBlock, last.line)
    }
    guard let open else { return markdown }
    if open.isHTML { return blanked(markdown, from: open.line, count: .max) }
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let fence = lines[open.line - 1].drop { $0 == " " }
    return markdown + "\n" + fence.prefix { $0 == fence.first }
  }

  private static func lines(of block: String) -> Int {
    block.utf8.reduce(block.hasSuffix("\n") ? 0 : 1) { $1 == .newline ? $0 + 1 : $0 }
  }

  /// The text with some lines emptied, the first of which has a number from 1.
  private static func blanked(_ markdown: String, from line: Int, count: Int) -> String {
    markdown.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      $0 >= line - 1 && $0 - (line - 1) < count ? "" : String($1)
    }.joined(separator: "\n")
  }
}
