/// What is wrong with the templates.
package enum TemplateError: Error, Equatable {
  case missing(folder: String, name: String)
  case unreadable(path: String)
  case broken(path: String, reason: String)
  /// A layout holds `part` not once, but `count` times.
  case layout(path: String, part: String, count: Int)
  case unknownTag(path: String, line: Int, tag: String, known: [String])
  case markdown(path: String, MarkdownError)
}
