package import Measures

/// All numbers that the pages of a wiki tell.
package struct WikiFindings: Sendable {
  package let associations: Associations
  /// All pairs of techniques at a glance.
  package let pairs: PairSummary
  package let inference: CalibratedInference
  package let clusters: ClusterCatalogue
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
    _ associations: Associations, inference: CalibratedInference,
    clusters: ClusterCatalogue = ClusterCatalogue(), subsets: [SubsetFindings] = [],
    bases: [BasisFindings] = [], trials: [FilterSensitivity] = []
  ) {
    self.associations = associations
    pairs = PairSummary(associations)
    self.inference = inference
    self.clusters = clusters
    self.subsets = subsets
    self.bases = bases
    self.trials = trials
  }
}
