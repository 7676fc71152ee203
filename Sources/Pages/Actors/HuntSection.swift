import Attack
import Measures
import Text

/// What a hunt starts from: the most distinctive techniques of an actor or a report, and the way to
/// the explorer with them.
struct HuntSection {
  private let knowledge: Knowledge
  private let associations: Associations
  private let location: PageLocation
  /// The rarest first.
  private let techniques: [Index<Technique>]
  /// What the hunt is named after: `group`.
  private let noun: String
  /// How it was chosen, in a sentence.
  private let choice: String

  /// `nil` without techniques, which may come in any order.
  init?(
    _ techniques: [Index<Technique>], of noun: String, chosen choice: String,
    _ knowledge: Knowledge,
    _ associations: Associations, at location: PageLocation
  ) {
    guard !techniques.isEmpty else { return nil }
    self.techniques = associations.counts.rarestFirst(techniques)
    self.noun = noun
    self.choice = choice
    self.knowledge = knowledge
    self.associations = associations
    self.location = location
  }

  /// The values for the section of the templates.
  struct Contents: Sendable {
    let noun: String
    let link: String
    let choice: String
    let lines: [Line]
  }

  /// A technique, with how many reports of the page's and of all cite it.
  struct Line: Sendable {
    let link: String
    /// `nil` where the page has one report, or is of one.
    let own: String?
    let all: String
  }

  /// With how many reports of the page cite each technique, where it has several.
  func contents(_ counts: [Index<Technique>: Int]? = nil) -> Contents {
    let ids = techniques.map { knowledge.techniques[$0].id.description }
    return Contents(
      noun: noun,
      link: location.href(PageKind.explore.path + "#" + ids.joined(separator: ",")),
      choice: choice, lines: techniques.map { line($0, counts) })
  }

  private func line(_ technique: Index<Technique>, _ counts: [Index<Technique>: Int]?) -> Line {
    let own = knowledge.techniques[technique]
    let name = "\(own.id) \(knowledge.fullName(technique))"
    return Line(
      link: MarkdownText.link(name, "#\(own.id)"),
      own: counts.map { Format.count($0[technique] ?? 0) },
      all: Format.count(associations.total(technique)))
  }
}

extension HuntSection.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("noun", \.noun),
    .text("link", \.link),
    .text("choice", \.choice),
    .items("lines", \.lines),
  ]
}

extension HuntSection.Line: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("link", \.link),
    .text("own", \.own),
    .text("all", \.all),
  ]
}
