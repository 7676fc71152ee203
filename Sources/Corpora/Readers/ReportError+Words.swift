import Text

extension ReportError {
  /// What is wrong, behind a file's name: `is empty`.
  package var words: String {
    switch self {
    case .empty: "is empty"
    case .foreign(let content): "is \(content.words)"
    case .brokenText(let fault):
      "is not valid text: at line \(fault.line), column \(fault.column) is \(fault.found)"
    case .brokenJSON(let fault):
      "is not valid JSON: at line \(fault.line), column \(fault.column) \(fault.found)"
        + " where JSON does not allow it"
    case .unknownFormat(let found):
      "is of no format that is known: it is \(found)"
        + (found.hasPrefix("a table") ? "; a table needs a column `technique`" : "")
    case .otherFormat(let wanted, let expected, let found):
      "is no \(wanted.title): expected \(expected), found \(found)"
    case .unclosedQuote(let place):
      "has a quotation mark at line \(place.line), column \(place.column) that is never closed"
    case .unusable(let place, let reason):
      (place.map { "cannot be used, at line \($0.line), column \($0.column): " }
        ?? "cannot be used: ")
        + reason
    }
  }

  /// The same for readers of a site: without what the file holds.
  package var publicWords: String {
    switch self {
    case .unknownFormat: "is of no format that is known"
    case .otherFormat(let wanted, _, _): "is no \(wanted.title)"
    default: words
    }
  }
}
