/// A tag of a Mustache template, with those inside it.
struct TemplateTag: Sendable {
  let name: String
  let line: Int
  /// `{{#name}}` or `{{^name}}`.
  let isSection: Bool
  fileprivate(set) var inside: [TemplateTag] = []

  /// Sections in each other: whoever reads the template needs a call for each.
  private static let deepest = 100

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
      let name = inner.drop { "{&#^/> ".contains($0) }.prefix { !" }".contains($0) }
      let tag = TemplateTag(
        name: String(name), line: line, isSection: sign == "#" || sign == "^")
      switch sign {
      case "#", "^":
        open.append(tag)
        guard open.count <= deepest else {
          throw .broken(
            path: path, reason: "line \(line): sections stand in each other \(open.count) deep")
        }
      case "/":
        guard let section = open.popLast() else { break }
        if open.isEmpty {
          tags.append(section)
        } else {
          open[open.count - 1].inside.append(section)
        }
      case ">":
        throw .broken(
          path: path, reason: "line \(line): partials such as `{{> \(name)}}` are not known here")
      case "!", "%": break
      default:
        if open.isEmpty { tags.append(tag) } else { open[open.count - 1].inside.append(tag) }
      }
      rest = rest[end.upperBound...].drop { $0 == "}" }
    }
    if let section = open.last {
      throw .broken(
        path: path, reason: "line \(section.line): `{{#\(section.name)}}` is never closed")
    }
    return tags
  }

  /// The first tag that nothing in `values`, or in what stands around it, fills.
  ///
  /// Inside a section whose value is absent or empty here nothing can be said, nor is it rendered.
  static func unfilled(
    _ tags: [TemplateTag], by values: Any, around: Set<String> = []
  ) -> (tag: TemplateTag, known: Set<String>)? {
    let fields = values as? [String: Any] ?? [:]
    let known = around.union(fields.keys)
    for tag in tags where tag.name != "." {
      guard known.contains(tag.name) else { return (tag, known) }
      guard tag.isSection, let value = fields[tag.name] else { continue }
      let inner = (value as? [Any]).map(\.first) ?? value
      guard let inner, !(inner is TemplateValues.Absent) else { continue }
      if let fault = unfilled(tag.inside, by: inner, around: known) { return fault }
    }
    return nil
  }
}
