package import Attack

/// Whose sightings some weighted sets are; its sets stand one after the other in a corpus.
package struct SetSource: Sendable {
  package let name: String
  package let origin: Report.Origin
  /// The name of its page.
  package let id: String
  /// Its sets, by their techniques.
  package let rows: Range<Index<Report>>
  /// How many reports they stand for.
  package let reportCount: Int
  /// When the first and the last of its sightings were, as far as its files say.
  package let firstSeen: PartialDate?
  package let lastSeen: PartialDate?
  /// The names of the files that it was read from, each once.
  package let files: [String]
}
