package import Attack

extension Corpus {
  /// One statement of a source that cites reports: the input that a corpus is made from.
  package struct Citation: Sendable {
    /// An index in `Knowledge.actors`; `nil` if the source names nobody.
    package let actor: Int?
    /// An index in `Knowledge.techniques`; `nil` if the statement is of anything else, and then
    /// only means that the reports name the actor.
    package let technique: Int?
    /// The description of the source, verbatim.
    package let sentence: String
    /// What it cites.
    package let references: [ExternalReference]
    package let origin: Report.Origin

    package init(
      actor: Int?, technique: Int?, sentence: String, references: [ExternalReference],
      origin: Report.Origin
    ) {
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
    let technique: Int? = if case .technique(let index) = use.target { index } else { nil }
    self.init(
      actor: use.actor, technique: technique, sentence: use.description,
      references: use.references, origin: .attack)
  }
}
