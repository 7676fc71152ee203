import Text
import Attack

/// Makes the page of an id that is no longer used: it names its successor, and leads there.
struct RetiredMaker: Sendable {
  let retired: RetiredObject
  let targets: ProseTargets

  /// The values for `Templates/retired.md`.
  struct Contents: Sendable {
    let id: String
    let name: String
    let successor: String?
    let isRevoked: Bool
  }

  func page() -> Page {
    let target = retired.successor.flatMap { targets.pages[$0.id] }
    let location = PageLocation(retired.path)
    return Page(
      kind: retired.page, path: retired.path, template: "retired",
      title: "\(retired.id) \(retired.name)",
      summary: "\(retired.id) is retired", trail: [retired.page.link],
      contents: Contents(
        id: retired.id, name: retired.name,
        successor: retired.successor.flatMap { successor in
          target.map { MarkdownText.link("\(successor.id) \(successor.name)", location.href($0)) }
        }, isRevoked: retired.isRevoked),
      successor: target)
  }
}

extension RetiredMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("id", \.id),
    .text("name", \.name),
    .text("successor", \.successor),
    .flag("isRevoked", \.isRevoked),
  ]
}
