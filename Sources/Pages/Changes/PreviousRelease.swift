package import Attack
package import Corpora
package import Measures
import Text

/// The release before, as far as it is compared: read and measured as this one is.
package struct PreviousRelease: Sendable {
  package let knowledge: Knowledge
  /// The reports that count, by the same choices.
  package let corpus: Corpus
  package let associations: Associations

  /// `Enterprise v17.1`.
  package var title: String { Format.list(knowledge.releases.map(\.title)) }

  package init(_ knowledge: Knowledge, _ corpus: Corpus, _ associations: Associations) {
    self.knowledge = knowledge
    self.corpus = corpus
    self.associations = associations
  }
}
