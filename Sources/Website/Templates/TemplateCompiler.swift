internal import Text

/// Compiles the tokens of a template against the tags of what fills it.
struct TemplateCompiler {
  private var tokens: ArraySlice<TemplateToken>
  private var scopes: [Scope]
  private var depth = 0
  /// Whether what comes next is within a tag of HTML.
  private var isInTag = false

  /// The parts of a template that `contents` fills.
  ///
  /// - Throws: `TemplateFlaw` for sections that do not match, and for a tag that nothing fills.
  static func parts(
    of text: String, filledBy contents: any TemplateContents.Type
  ) throws(TemplateFlaw) -> [Template.Part] {
    var compiler = TemplateCompiler(
      tokens: try TemplateLexer.tokens(of: text)[...], scopes: [.contents(contents.fields)])
    return try compiler.parts(inside: nil)
  }

  /// What is known inside of a section.
  private enum Scope {
    case contents([TemplateField])
    /// One text, as `{{.}}`.
    case text
  }

  /// Sections in each other: rendering needs a call for each.
  private static let deepest = 100

  private mutating func parts(
    inside section: (name: String, sign: String, line: Int)?
  ) throws(TemplateFlaw) -> [Template.Part] {
    var parts: [Template.Part] = []
    while let token = tokens.popFirst() {
      switch token.kind {
      case .text(let text):
        if let sign = text.utf8.last(where: Self.isOfTag) { isInTag = sign == UInt8(ascii: "<") }
        parts.append(.text(text))
      case .value(let name, let isRaw):
        let form = isRaw ? .raw : form(after: parts.last)
        parts.append(.value(try text(name, token.line), form))
      case .open(let name, let isInverted):
        parts.append(try self.section(name, isInverted, token.line))
      case .close(let name):
        guard name == section?.name else {
          throw TemplateFlaw(
            line: token.line, reason: "`{{/\(name)}}` ends no section that is open there")
        }
        return parts
      }
    }
    if let section {
      throw TemplateFlaw(
        line: section.line, reason: "`{{\(section.sign)\(section.name)}}` is never closed")
    }
    return parts
  }

  private static func isOfTag(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
  }

  private func form(after part: Template.Part?) -> Template.Form {
    guard isInTag, case .text(let text) = part else { return .text }
    return text.utf8.last == UInt8(ascii: "=") ? .attribute : .text
  }

  private mutating func section(
    _ name: String, _ isInverted: Bool, _ line: Int
  ) throws(TemplateFlaw) -> Template.Part {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw TemplateFlaw(line: line, reason: "sections stand in each other \(depth) deep")
    }
    let (reference, kind) = try find(name, line)
    if isInverted { return .inverted(reference, try parts(inside: (name, "^", line))) }
    guard let scope = Self.scope(of: kind) else {
      return .section(reference, try parts(inside: (name, "#", line)))
    }
    scopes.append(scope)
    defer { scopes.removeLast() }
    return .section(reference, try parts(inside: (name, "#", line)))
  }

  private static func scope(of kind: TemplateField.Kind) -> Scope? {
    switch kind {
    case .flag: nil
    case .text, .texts: .text
    case .items(let type): .contents(type.fields)
    }
  }

  /// The innermost value of that name, which is to be a text.
  private func text(_ name: String, _ line: Int) throws(TemplateFlaw) -> Template.Reference {
    let (reference, kind) = try find(name, line)
    guard case .text = kind else {
      throw TemplateFlaw(
        line: line, reason: "`{{\(name)}}` is not text: use it as a section, `{{#\(name)}}`")
    }
    return reference
  }

  /// The innermost value of that name; `.` is the innermost section's own.
  private func find(
    _ name: String, _ line: Int
  ) throws(TemplateFlaw) -> (reference: Template.Reference, kind: TemplateField.Kind) {
    if name == ".", case .text? = scopes.last {
      return (Template.Reference(level: scopes.count - 1, index: nil), .text)
    }
    for (level, scope) in scopes.enumerated().reversed() {
      guard case .contents(let fields) = scope,
        let index = fields.firstIndex(where: { $0.name == name })
      else { continue }
      return (Template.Reference(level: level, index: index), fields[index].kind)
    }
    throw .unknownTag(line: line, tag: name, known: known)
  }

  /// The names of all tags that are known here.
  private var known: [String] {
    let names = scopes.flatMap { scope -> [String] in
      if case .contents(let fields) = scope { fields.map(\.name) } else { [] }
    }
    return Set(names).sorted()
  }
}
