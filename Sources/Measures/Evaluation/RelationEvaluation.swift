package import Attack
package import Corpora

/// How good "stands out" is: how often it recurs, and how often it arises by chance alone.
package struct RelationEvaluation: Codable, Equatable, Sendable {
  package let replication: Replication
  package let chance: ShuffledCorpora

  /// - Parameters:
  ///   - matrix: reports by techniques.
  ///   - ids: of the techniques, ascending.
  ///   - halvings: how many times the reports are halved.
  ///   - shuffles: how many times the corpus is shuffled.
  ///   - progress: called with the share that is done, 0...1.
  package init(
    _ matrix: BitMatrix, ids: IndexedList<Technique, String>, halvings: Int = 30,
    shuffles: Int = 10,
    progress: @Sendable (Double) -> Void = { _ in }
  ) async {
    let part = Double(halvings) / Double(halvings + 2 * shuffles)
    replication = await Replication(matrix, ids: ids, halvings: halvings) { progress($0 * part) }
    chance = await ShuffledCorpora(matrix, ids: ids, count: shuffles) {
      progress(part + $0 * (1 - part))
    }
  }
}
