import Attack
import Text

/// The free text of a citation, `Authors. (2016, November 30). Title. Retrieved January 11, 2017.`,
/// taken apart.
package struct CitationText: Equatable, Sendable {
  /// `nil` if the text has another form.
  package private(set) var authors: String?
  package private(set) var published: PartialDate?
  /// The whole text where it has another form.
  package private(set) var title: String

  package init(_ text: String) {
    let text = Self.fold(HTMLEntity.decode(ArraySlice(text.utf8)))
    title = text
    guard let date = Self.date(in: text) else { return }
    published = date.published
    let rest = text[date.range.upperBound...]
    let title = Self.bare(rest[..<(Self.retrieval(in: rest) ?? rest.endIndex)])
    guard !title.isEmpty else { return }
    let authors = Self.bare(text[..<date.range.lowerBound])
    self.authors = authors.isEmpty ? nil : authors
    self.title = title
  }
}

extension CitationText {
  /// The same without a date that cannot be: of a later year, or of one before there were computers
  /// to attack; `lastYear` is the last that can be, where it is known.
  func dated(upTo lastYear: Int?) -> CitationText {
    guard let year = published?.year, year < Self.firstYear || year > lastYear ?? .max
    else { return self }
    var text = self
    text.published = nil
    return text
  }

  private static let firstYear = 1970

  /// The first of `(2016, November 30)`, `(2016, November)`, `(2016)` and `(n.d.)`.
  private static func date(
    in text: String
  ) -> (range: Range<String.Index>, published: PartialDate?)? {
    var from = text.startIndex
    while let open = text.utf8[from...].firstIndex(of: UInt8(ascii: "(")) {
      from = text.utf8.index(after: open)
      guard let close = text.utf8[from...].prefix(longestDate).firstIndex(of: UInt8(ascii: ")"))
      else { continue }
      let inside = text[from..<close]
      let whole = open..<text.utf8.index(after: close)
      if inside == "n.d." || inside == "n.d" { return (whole, nil) }
      if let published = published(inside) { return (whole, published) }
    }
    return nil
  }

  /// In bytes: no search for its end goes further, however long the text is.
  private static let longestDate = 40

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `2016`, `2016, November` or `2016, November 30`, and nothing else.
  private static func published(_ text: Substring) -> PartialDate? {
    guard text.utf8.count >= 4, let year = number(text.prefix(4)), (1000...2999).contains(year)
    else { return nil }
    let rest = text.dropFirst(4)
    if rest.isEmpty { return PartialDate(year: year) }
    guard rest.first == "," else { return nil }
    let words = rest.dropFirst().split(separator: " ")
    guard let word = words.first,
      let month = months.firstIndex(of: word.prefix(3).lowercased()), words.count <= 2
    else { return nil }
    guard words.count == 2 else { return PartialDate(year: year, month: month + 1) }
    guard let day = number(words[1]), (1...31).contains(day) else { return nil }
    let isThere = GregorianCalendar.has(year, month + 1, day)
    return PartialDate(year: year, month: month + 1, day: isThere ? day : nil)
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) ? Int(text) : nil
  }

  /// Where the last `Retrieved ` begins.
  private static func retrieval(in text: Substring) -> String.Index? {
    let word = "Retrieved ".utf8
    var rest = text.utf8
    while let start = rest.lastIndex(of: UInt8(ascii: "R")) {
      if text.utf8[start...].starts(with: word) { return start }
      rest = rest[..<start]
    }
    return nil
  }

  /// The text with one blank for each run of white space, and none at its ends.
  private static func fold(_ text: ArraySlice<UInt8>) -> String {
    guard text.allSatisfy({ $0 < 0x80 }) else {
      let text = String(decoding: text, as: UTF8.self)
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    for word in text.split(whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      if !folded.isEmpty { folded.append(0x20) }
      folded += word
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// Without the blanks and full stops around.
  private static func bare(_ text: Substring) -> String {
    var text = text.drop { $0 == " " || $0 == "." }
    while let last = text.last, last == " " || last == "." { text = text.dropLast() }
    return String(text)
  }
}
