/// A page's Markdown asks for what is not there.
package enum MarkdownError: Error, Equatable {
  case unknownExhibit(String, known: [String])
  case unknownDirective(String)
  /// A `fold`, `hint` or `site` without its `end` in the same section, or an `end` alone.
  case unbalancedFold(String)
}
