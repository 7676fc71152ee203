package import Attack
package import Corpora
package import Measures
import Text

/// The release before, as far as it is compared: read and measured as this one is.
package struct PreviousRelease: Sendable {
  package let knowledge: Knowledge
  package let corpus: Corpus
  /// The reports that count, by the same choices.
  package let counted: Corpus.Selection
  package let associations: Associations

  /// `Enterprise v17.1`.
  package var title: String { Format.list(knowledge.releases.map(\.title)) }

  package init(
    _ knowledge: Knowledge, _ corpus: Corpus, counted: Corpus.Selection,
    _ associations: Associations
  ) {
    self.knowledge = knowledge
    self.corpus = corpus
    self.counted = counted
    self.associations = associations
  }
}
