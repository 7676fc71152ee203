package import Corpora

/// What "stands out" is worth: how often it comes back, and how often chance alone gives it.
package struct RelationEvaluation: Codable, Equatable, Sendable {
  package let replication: Replication
  package let chance: ShuffledCorpora

  /// - Parameters:
  ///   - matrix: reports by techniques.
  ///   - ids: of the techniques, rising.
  ///   - halvings: how many times the reports are halved.
  ///   - shuffles: how many times the corpus is shuffled.
  ///   - progress: is told what part is done, 0...1.
  package init(
    _ matrix: BitMatrix, ids: [String], halvings: Int = 30, shuffles: Int = 10,
    progress: @Sendable (Double) -> Void = { _ in }
  ) async {
    let part = Double(halvings) / Double(halvings + 2 * shuffles)
    replication = await Replication(matrix, ids: ids, halvings: halvings) { progress($0 * part) }
    chance = await ShuffledCorpora(matrix, ids: ids, count: shuffles) {
      progress(part + $0 * (1 - part))
    }
  }
}
