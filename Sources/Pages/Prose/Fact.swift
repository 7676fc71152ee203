import Attack
import Text

/// One fact about a thing: `Tactic` and where it leads, in Markdown.
struct Fact: Sendable {
  let label: String
  let text: String

  init(_ label: String, _ text: String) {
    self.label = label
    self.text = text
  }

  /// Links, in a row.
  init(_ label: String, _ links: [Link], at location: PageLocation) {
    self.init(label, links.map { $0.markdown(at: location) }.joined(separator: ", "))
  }
}

extension Fact {
  /// Where an object comes from that is not MITRE's.
  init(_ collection: TeamCollection) {
    self.init("Collection", MarkdownText.escape(collection.title) + ", which is not MITRE’s")
  }
}

extension TeamCollection? {
  /// Whose an object is, in a table.
  var words: String { self?.title ?? "ATT&CK" }
}

/// A description of the bundle, its first paragraph and the rest; both Markdown.
struct Description: Sendable {
  let first: String
  let rest: String?

  init?(_ prose: Prose) {
    let (first, rest) = prose.parts
    if first.isEmpty { return nil }
    self.first = first
    self.rest = rest
  }
}

extension Link {
  func markdown(at location: PageLocation) -> String {
    MarkdownText.link(text, location.href(path))
  }
}

extension Fact: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("label", \.label),
    .text("text", \.text),
  ]
}

extension Description: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("first", \.first),
    .text("rest", \.rest),
  ]
}
