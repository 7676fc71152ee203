/// A tag of a Mustache template, with those inside it.
struct TemplateTag: Sendable {
  let name: String
  let line: Int
  /// `{{#name}}` or `{{^name}}`.
  let isSection: Bool
  fileprivate(set) var inside: [TemplateTag] = []

  /// The tags of a template, in their order.
  static func all(in text: String, path: String) throws(TemplateError) -> [TemplateTag] {
    var nest = TagNest(path: path)
    var line = 1
    var rest = text[...]
    while let start = rest.firstRange(of: "{{") {
      line += rest[..<start.lowerBound].count { $0.isNewline }
      guard let end = rest[start.upperBound...].firstRange(of: "}}") else { break }
      let inner = rest[start.upperBound..<end.lowerBound]
      let name = inner.drop { "{&#^/> ".contains($0) }.prefix { !" }".contains($0) }
      let isSection = inner.first == "#" || inner.first == "^"
      try nest.take(inner.first, TemplateTag(name: String(name), line: line, isSection: isSection))
      rest = rest[end.upperBound...].drop { $0 == "}" }
    }
    return try nest.closed()
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

/// Tags as they come, each into the section that is open.
private struct TagNest {
  let path: String
  private var open: [TemplateTag] = []
  private var tags: [TemplateTag] = []

  init(path: String) { self.path = path }

  /// Sections in each other: whoever reads the template needs a call for each.
  private static let deepest = 100

  /// Takes a tag by the sign that it begins with, if any.
  mutating func take(_ sign: Character?, _ tag: TemplateTag) throws(TemplateError) {
    switch sign {
    case "#", "^":
      open.append(tag)
      guard open.count <= Self.deepest else {
        throw fault(tag, "sections stand in each other \(open.count) deep")
      }
    case "/": if let section = open.popLast() { add(section) }
    case ">": throw fault(tag, "partials such as `{{> \(tag.name)}}` are not known here")
    case "!", "%": break
    default: add(tag)
    }
  }

  /// All of them, once every section is closed.
  func closed() throws(TemplateError) -> [TemplateTag] {
    if let section = open.last {
      throw fault(section, "`{{#\(section.name)}}` is never closed")
    }
    return tags
  }

  private mutating func add(_ tag: TemplateTag) {
    if open.isEmpty { tags.append(tag) } else { open[open.count - 1].inside.append(tag) }
  }

  private func fault(_ tag: TemplateTag, _ reason: String) -> TemplateError {
    .broken(path: path, reason: "line \(tag.line): \(reason)")
  }
}
