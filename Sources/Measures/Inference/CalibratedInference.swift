package import Corpora

/// The inference from reports, with its calibration: made once, and the same for the command, for
/// the pages and for the explorer.
package struct CalibratedInference: Sendable {
  package let model: InferenceModel
  package let calibration: Calibration
  /// For each row of the training set its index in `Corpus.reports`.
  package let reports: [Int]

  /// - Parameters:
  ///   - model: that is calibrated.
  ///   - reports: for each row its index in the corpus; the row itself, unless given.
  package init(_ model: InferenceModel, reports: [Int]? = nil) async {
    self.model = model
    self.reports = reports ?? Array(model.training.rows.indices)
    calibration = await Calibration(model)
  }

  /// From the selected reports of a corpus, whose columns have the given ids.
  package init(_ corpus: Corpus, _ selection: Corpus.Selection, ids: [String]) async {
    await self.init(
      InferenceModel(TrainingSet(corpus, selection, ids: ids)), reports: selection.rows)
  }

  /// The estimates from the reports after these techniques, given as columns, were seen.
  package func estimate(_ evidence: [Int]) -> Estimate {
    let inference = model.infer(evidence)
    return Estimate(inference, model, shown: calibration.shown(inference))
  }

  /// The reports that cite a technique, as indices in `Corpus.reports`, each with its part of the
  /// technique's raw probability, the largest first, then by key.
  package func explanation(
    of technique: Int, in inference: Inference
  ) -> [(report: Int, term: Double)] {
    inference.explanation(model.reports(citing: technique)).map { (reports[$0.report], $0.term) }
  }
}

/// An inference as it is shown.
package struct Estimate: Sendable {
  package let inference: Inference
  /// By technique: the calibrated probability.
  package let shown: [Double]
  /// By technique: the reports that cite it and all of the evidence.
  package let together: [Int]
  /// The reports that cite all of the evidence.
  package let reportsWithAll: Int

  /// The estimates of a model after these techniques were seen, for a single query.
  package init(_ model: InferenceModel, _ evidence: [Int]) async {
    let inference = model.infer(evidence)
    let curve = await Calibration.curve(model, evidence: inference.evidence.count)
    self.init(inference, model, shown: curve.shown(inference))
  }

  fileprivate init(_ inference: Inference, _ model: InferenceModel, shown: [Double]) {
    self.inference = inference
    self.shown = shown
    together = model.together(with: inference.evidence)
    reportsWithAll = model.reportCount(with: inference.evidence)
  }

  /// The interval around a technique's shown probability: 0...1 if there are no reports.
  package func bounds(of technique: Int) -> (low: Double, high: Double) {
    inference.interval(around: shown[technique]).map { ($0.low, $0.high) } ?? (0, 1)
  }
}
