package import Attack

extension Corpus {
  /// One statement of a source that cites reports: the input that a corpus is made from.
  package struct Citation: Sendable {
    /// `nil` if the source names nobody.
    package let actor: Index<Actor>?
    /// `nil` if the statement is of anything else, and then only means that the reports name the
    /// actor.
    package let technique: Index<Technique>?
    /// The description of the source, verbatim.
    package let sentence: String
    /// What it cites.
    package let references: [ExternalReference]
    package let origin: Report.Origin
    /// The team's own collection that states it; `nil` of ATT&CK's.
    package let collection: TeamCollection?
    /// What makes the report that it cites one, where that is not in the reference.
    let key: ReportKey?
    let details: TeamDetails

    package init(
      actor: Index<Actor>?, technique: Index<Technique>?, sentence: String,
      references: [ExternalReference], origin: Report.Origin, collection: TeamCollection? = nil
    ) {
      self.collection = collection
      key = nil
      details = TeamDetails()
      self.actor = actor
      self.technique = technique
      self.sentence = sentence
      self.references = references
      self.origin = origin
    }
  }
}

extension Corpus.Citation {
  /// The citation of a live use in ATT&CK.
  init(_ use: Use) {
    let technique: Index<Technique>? =
      if case .technique(let index) = use.target { index } else { nil }
    self.init(
      actor: use.actor, technique: technique, sentence: use.description,
      references: use.references, origin: .attack, collection: use.collection)
  }
}

extension Corpus.Citation {
  /// The citations that a report of a team's file stands for, one for each technique.
  package static func all(of report: TeamReport, from origin: Report.Origin) -> [Self] {
    report.techniques.map { Self(report, technique: $0, origin: origin) }
  }

  private init(_ report: TeamReport, technique: Index<Technique>, origin: Report.Origin) {
    actor = nil
    self.technique = technique
    sentence = ""
    references = [ExternalReference(sourceName: report.title, url: report.addresses.first?.url)]
    self.origin = origin
    collection = nil
    key = report.key
    details = report.details
  }
}
