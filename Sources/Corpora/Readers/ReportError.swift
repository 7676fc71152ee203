package import Text

/// Why a file cannot be read as reports.
package enum ReportError: Error, Equatable {
  case empty
  /// Something that is known, but no text.
  case foreign(ForeignContent)
  case brokenText(TextError)
  case brokenJSON(JSONError)
  /// No format that is known; what the file is, as far as it can be told.
  case unknownFormat(found: String)
  /// Of the format that was asked for it has not what makes it one.
  case otherFormat(wanted: ReportFormat, expected: String, found: String)
  /// A quotation mark without its pair.
  case unclosedQuote(TextPlace)
  /// Something that no reader of the format can make sense of.
  case unusable(TextPlace?, String)
}
