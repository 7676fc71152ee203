import Attack
import Corpora
import Measures

/// What the whole corpus says of actors, made once for all of their pages.
struct ActorInsight: Sendable {
  let inference: CalibratedInference
  /// For each actor the techniques that it is recorded with, rising.
  let techniques: [[Int]]
  let similarity: ListSimilarity

  init(_ corpus: Corpus, _ inference: CalibratedInference) {
    let techniques = corpus.proceduresOfActor.map { places in
      Set(places.map { corpus.procedures[$0].technique }).sorted()
    }
    self.inference = inference
    self.techniques = techniques
    similarity = ListSimilarity(techniques, information: inference.model.informationContent)
  }
}
