package import Corpora

/// The inference over a whole corpus, with the curves that its probabilities are shown by.
package struct CalibratedInference: Sendable {
  package let model: InferenceModel
  package let calibration: Calibration

  /// - Parameters:
  ///   - corpus: whose reports are learnt from.
  ///   - ids: of its techniques, rising.
  package init(_ corpus: Corpus, ids: [String]) async {
    model = InferenceModel(TrainingSet(corpus, ids: ids))
    calibration = await Calibration(model)
  }
}
