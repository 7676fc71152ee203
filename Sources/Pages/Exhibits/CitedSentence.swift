/// What ATT&CK says of a use, beside one of the reports that it cites for it.
package struct CitedSentence: Sendable {
  /// Markdown.
  package let text: String
  package let others: Others

  /// The other reports that it cites for the same.
  package enum Others: Sendable {
    case none
    /// The newest first.
    case listed([ReportReference])
    /// So many, named elsewhere.
    case counted(Int, path: String)
  }

  /// `citing this report and 2 others`.
  package static func citing(_ others: Int) -> String {
    "citing this report and \(others == 1 ? "one other" : "\(others) others")"
  }
}
