import Attack
import Corpora
import Text

/// What is measured of one actor.
package struct ActorFindings: Sendable {
  package let citations: ActorCitations
  /// `nil` for an actor without techniques.
  package let expected: ExpectedTechniques?
  /// Others of its kind whose lists of techniques are most similar to its own, the most similar
  /// first.
  package let similar: [ListSimilarity.Match]

  /// Of every actor, by its index.
  static func all(
    _ knowledge: Knowledge, _ corpus: Corpus, _ counted: Corpus.Selection,
    _ inference: CalibratedInference
  ) async -> [ActorFindings] {
    let actors = knowledge.actors
    let citations = actors.indices.map { ActorCitations(corpus, counted, of: $0) }
    let similarity = ListSimilarity(
      citations.map(\.techniques), information: inference.model.informationContent)
    let splits = TechniqueSplits(knowledge)
    let ofKind = Dictionary(grouping: actors.indices) { actors[$0].kind }
    return await concurrentMap(actors.count) { index in
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
