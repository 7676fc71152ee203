package import Measures

/// What was measured for a wiki beside the associations and clusters of its ledger.
package struct WikiFindings: Sendable {
  package let inference: CalibratedInference
  package let subsets: [SubsetFindings]
  /// By group, by group with its software, by campaign.
  package let bases: [BasisFindings]
  /// What other choices of reports would change.
  package let trials: [FilterSensitivity]
  /// What the inference is worth, where the site says so.
  package var evaluation: EvaluationFindings?
  /// What changed since the release before, where the site is compared with it.
  package var change: ReleaseChange?

  package init(
    inference: CalibratedInference, subsets: [SubsetFindings] = [], bases: [BasisFindings] = [],
    trials: [FilterSensitivity] = []
  ) {
    self.inference = inference
    self.subsets = subsets
    self.bases = bases
    self.trials = trials
  }
}
