/// What keeps a template from being compiled, and on which line.
enum TemplateFlaw: Error, Equatable {
  case broken(line: Int, reason: String)
  /// A tag that nothing fills; `known` are those that are known there.
  case unknownTag(line: Int, tag: String, known: [String])

  init(line: Int, reason: String) { self = .broken(line: line, reason: reason) }
}
