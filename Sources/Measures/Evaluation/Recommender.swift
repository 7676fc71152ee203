package import Attack

/// A way to rank techniques by evidence, to measure the vote against.
package protocol Recommender: Sendable {
  /// A score for every technique, the higher the better; evidence ascending.
  func scores(_ evidence: [Index<Technique>]) -> IndexedList<Technique, Double>
}
