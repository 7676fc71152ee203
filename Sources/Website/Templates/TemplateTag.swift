/// A tag of a Mustache template, with those inside it.
struct TemplateTag: Sendable {
  let name: String
  let line: Int
  /// `{{#name}}` or `{{^name}}`.
  let isSection: Bool
  fileprivate(set) var inside: [TemplateTag] = []

  /// The tags of a template, in their order.
  static func all(in text: String, path: String) throws(TemplateFault) -> [TemplateTag] {
    var open: [TemplateTag] = []
    var tags: [TemplateTag] = []
    var line = 1
    var rest = text[...]
    while let start = rest.firstRange(of: "{{") {
      line += rest[..<start.lowerBound].count { $0.isNewline }
      guard let end = rest[start.upperBound...].firstRange(of: "}}") else { break }
      let inner = rest[start.upperBound..<end.lowerBound]
      let sign = inner.first
      let name = inner.drop { "{&#^/ ".contains($0) }.prefix { !" }".contains($0) }
      let tag = TemplateTag(
        name: String(name), line: line, isSection: sign == "#" || sign == "^")
      switch sign {
      case "#", "^": open.append(tag)
      case "/":
        guard let section = open.popLast() else { break }
        if open.isEmpty { tags.append(section) } else { open[open.count - 1].inside.append(section) }
      case "!", ">", "%": break
      default:
        if open.isEmpty { tags.append(tag) } else { open[open.count - 1].inside.append(tag) }
      }
      rest = rest[end.upperBound...].drop { $0 == "}" }
    }
    return tags + open
  }

  /// The first tag that no stored property of `contents`, or of what stands around it, fills.
  ///
  /// Inside a section whose value is absent or empty here nothing can be said, nor is it rendered.
  static func unfilled(
    _ tags: [TemplateTag], by contents: Any, around: [String] = []
  ) -> (tag: TemplateTag, known: [String])? {
    let fields = Mirror(reflecting: contents).children
    let known = fields.compactMap(\.label)
    for tag in tags where tag.name != "." {
      guard let field = fields.first(where: { $0.label == tag.name }) else {
        if around.contains(tag.name) { continue }
        return (tag, known + around)
      }
      guard tag.isSection, let value = unwrapped(field.value) else { continue }
      let inner = (value as? [Any]).map(\.first) ?? value
      if let inner, let fault = unfilled(tag.inside, by: inner, around: known + around) {
        return fault
      }
    }
    return nil
  }

  private static func unwrapped(_ value: Any) -> Any? {
    let mirror = Mirror(reflecting: value)
    return mirror.displayStyle == .optional ? mirror.children.first?.value : value
  }
}
