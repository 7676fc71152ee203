/// What is wrong with the templates.
package enum TemplateError: Error, Equatable {
  case missing(folder: String, name: String)
  /// A file of that name words no page; those of the `known` names do.
  case overridesNothing(path: String, name: String, known: [String])
  case unreadable(path: String)
  case notText(path: String, found: String)
  case broken(path: String, reason: String)
  /// A layout holds `part` not once, but `count` times.
  case layout(path: String, part: String, count: Int)
  case unknownTag(path: String, line: Int, tag: String, known: [String])
  case markdown(path: String, MarkdownError)
}

extension TemplateError {
  /// A flaw of the template at `path`.
  init(_ flaw: TemplateFlaw, in path: String) {
    switch flaw {
    case .broken(let line, let reason):
      self = .broken(path: path, reason: "line \(line): \(reason)")
    case .unknownTag(let line, let tag, let known):
      self = .unknownTag(path: path, line: line, tag: tag, known: known)
    }
  }
}
