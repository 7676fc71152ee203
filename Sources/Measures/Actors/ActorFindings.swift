package import Attack
import Corpora

/// What is measured of one actor.
package struct ActorFindings: Sendable {
  package let citations: ActorCitations
  /// `nil` for an actor without techniques.
  package let expected: ExpectedTechniques?
  /// Others of its kind whose lists of techniques are most similar to its own, the most similar
  /// first.
  package let similar: [ListSimilarity<Actor>.Match]

  /// Of every actor.
  static func all(
    _ knowledge: Knowledge, _ corpus: Corpus, _ counted: Corpus.Selection,
    _ inference: CalibratedInference
  ) async -> IndexedList<Actor, ActorFindings> {
    let actors = knowledge.actors
    let citations = IndexedList(for: actors.indices) { ActorCitations(corpus, counted, of: $0) }
    let similarity = ListSimilarity(
      citations.mapValues(\.techniques), information: inference.model.informationContent)
    let splits = TechniqueSplits(knowledge)
    let ofKind = Dictionary(grouping: actors.indices) { actors[$0].kind }
    return await IndexedList(concurrentlyFor: actors.indices) { index in
      let own = citations[index]
      return ActorFindings(
        citations: own,
        expected: own.reportsOfTechnique.isEmpty
          ? nil
          : ExpectedTechniques(
            UnlistedTechniques(
              ActorRepertoire(knowledge, citations, of: index), inference.model,
              inference.calibration), inference
          ) { splits.successor(of: $0, for: index) },
        similar: similarity.nearest(
          to: index, among: ofKind[actors[index].kind] ?? [], sharing: fewestCommon,
          most: mostSimilar))
    }
  }

  private static let fewestCommon = 3
  private static let mostSimilar = 4
}
