import Text

/// Reads the reports of one format; a format is one type.
protocol ReportReader {
  static var format: ReportFormat { get }

  /// Whether some content is of this format, by what it holds.
  static func recognises(_ content: ReportContent) -> Bool

  /// What content of this format has in any case, in words: `an object with \`techniques\``.
  static var mark: String { get }

  /// Reads all reports.
  ///
  /// - Throws: `ReportError` where the content is not what the format asks for.
  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile
}
