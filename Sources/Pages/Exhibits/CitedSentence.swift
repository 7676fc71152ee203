/// What ATT&CK says of a use, beside one of the reports that it cites for it.
package struct CitedSentence: Sendable {
  /// Markdown.
  package let text: String
  /// How many other reports it cites for the same.
  package let others: Int
  /// Where they are named: the row of the actor whose use it is.
  package let path: String?
}

extension CitedSentence {
  /// `citing this report and 2 others`; `nil` if there are no others.
  package var citing: String? {
    others == 0 ? nil : "citing this report and \(others == 1 ? "one other" : "\(others) others")"
  }
}
