/// The free text of a citation, `Authors. (2016, November 30). Title. Retrieved January 11, 2017.`,
/// taken apart.
package struct CitationText: Equatable, Sendable {
  /// `nil` where the text has another form.
  package private(set) var authors: String?
  package private(set) var published: PartialDate?
  /// The whole text where it has another form.
  package private(set) var title: String

  package init(_ text: String) {
    title = Self.fold(text)
    guard let match = title.firstMatch(of: Self.date) else { return }
    published = Self.published(match.output)
    let authors = title[..<match.range.lowerBound]
    let rest = title[match.range.upperBound...].drop { $0 == "." || $0 == " " }
    let end = rest.ranges(of: "Retrieved ").last?.lowerBound ?? rest.endIndex
    let title = Self.bare(rest[..<end])
    guard !title.isEmpty else { return }
    self.authors = Self.bare(authors).isEmpty ? nil : Self.bare(authors)
    self.title = title
  }
}

extension CitationText {
  /// `(2016, November 30)`, `(2016, November)`, `(2016)` or `(n.d.)`.
  private static var date: Regex<(Substring, Substring?, Substring?, Substring?)> {
    #/\((?:([12][0-9]{3})(?:, ?([A-Z][a-z]+)\.?(?: ([0-9]{1,2}))?)?|n\.d\.?)\)/#
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func published(
    _ match: (Substring, Substring?, Substring?, Substring?)
  ) -> PartialDate? {
    guard let year = match.1.flatMap({ Int($0) }) else { return nil }
    let month = match.2.flatMap { months.firstIndex(of: $0.prefix(3).lowercased()) }.map { $0 + 1 }
    let day = match.3.flatMap { Int($0) }.flatMap { (1...31).contains($0) ? $0 : nil }
    return PartialDate(year: year, month: month, day: month == nil ? nil : day)
  }

  private static func fold(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Without the blanks and full stops around.
  private static func bare(_ text: Substring) -> String {
    var text = text.drop { $0 == " " || $0 == "." }
    while let last = text.last, last == " " || last == "." { text = text.dropLast() }
    return String(text)
  }
}
