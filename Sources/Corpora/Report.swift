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

  /// - Parameter references: all citations of it, by relationship id; not empty.
  package init(_ key: ReportKey, _ references: [ExternalReference]) {
    let texts = references.map { $0.description.map(CitationText.init) }
    let dated = texts.firstIndex { $0?.published != nil }
    let told = dated ?? texts.firstIndex { $0?.authors != nil } ?? texts.firstIndex { $0 != nil }
    let text = told.flatMap { texts[$0] }
    self.key = key
    id = key.id
    title = text.flatMap { $0.title.isEmpty ? nil : $0.title } ?? references[0].sourceName
    authors = text?.authors
    published = text?.published
    url = ((told.map { [references[$0]] } ?? []) + references)
      .lazy.compactMap(\.url).first(where: Self.isLink)
    names = Set(references.map(\.sourceName)).sorted()
  }

  /// The host that publishes it: `cisa.gov`.
  package var publisher: String? {
    url == nil ? nil : String(key.text.prefix { $0 != "/" && $0 != "?" })
  }

  private static func isLink(_ url: String) -> Bool {
    url.hasPrefix("https://") || url.hasPrefix("http://")
  }
}
