import Text

/// What a STIX object cites: a report, or (with an id) its own entry in a catalogue.
package struct ExternalReference: Hashable, Sendable {
  package let sourceName: String
  package let url: String?
  /// Free text.
  ///
  /// In ATT&CK `Authors. (2016, November 30). Title. Retrieved January 11, 2017.`
  package let description: String?
  package let externalID: String?

  package init(
    sourceName: String, url: String? = nil, description: String? = nil, externalID: String? = nil
  ) {
    self.sourceName = sourceName
    self.url = url
    self.description = description
    self.externalID = externalID
  }

  /// Whether this names the object itself in ATT&CK, and so is no citation.
  package var isOwnEntry: Bool { externalID != nil && Domain(catalogue: sourceName) != nil }
}

extension ExternalReference {
  init(_ fields: JSONFields) throws(JSONFieldError) {
    sourceName = TextCleaner.clean(try fields.text("source_name"))
    url = try fields.cleanText("url")
    description = try fields.cleanText("description")
    externalID = try fields.textIfPresent("external_id")
  }
}
