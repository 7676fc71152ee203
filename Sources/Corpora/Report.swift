package import Attack

/// A published text that is cited for techniques.
package struct Report: Sendable {
  package let key: ReportKey
  /// The name of its page, from the key.
  package let id: String
  package let title: String
  package let authors: String?
  package let published: PartialDate?
  /// Where to read it, http or https.
  package let url: String?
  /// The names under which it is cited.
  package let names: [String]

  /// A report from its key and all its citations, by relationship id; not empty.
  package init(_ key: ReportKey, _ references: [ExternalReference], id: String? = nil) {
    let told = Self.bestTold(references)
    let text = told?.text
    self.key = key
    self.id = id ?? key.id
    title = text.flatMap { $0.title.isEmpty ? nil : $0.title } ?? references[0].sourceName
    authors = text?.authors
    published = text?.published
    url = ((told.map { [$0.reference] } ?? []) + references)
      .lazy.compactMap(\.url).first(where: Self.isLink)
    names = Set(references.map(\.sourceName)).sorted()
  }

  /// The host that publishes it: `cisa.gov`.
  package var publisher: String? {
    url == nil ? nil : String(key.text.prefix { $0 != "/" && $0 != "?" })
  }

  /// The first reference whose text has a date, else the first with authors, else with any text.
  private static func bestTold(
    _ references: [ExternalReference]
  ) -> (reference: ExternalReference, text: CitationText)? {
    var best: (reference: ExternalReference, text: CitationText)?
    var seen: Set<String> = []
    for reference in references {
      guard let description = reference.description, seen.insert(description).inserted
      else { continue }
      let text = CitationText(description)
      if text.published != nil { return (reference, text) }
      if best == nil || (best?.text.authors == nil && text.authors != nil) {
        best = (reference, text)
      }
    }
    return best
  }

  private static func isLink(_ url: String) -> Bool {
    url.hasPrefix("https://") || url.hasPrefix("http://")
  }
}
