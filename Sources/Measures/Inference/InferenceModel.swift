/// The probability of every technique, given the techniques seen.
///
/// Each report weighs by how much of the evidence it holds; the probability of a technique is the
/// weighted share of the reports that cite it, so that it is a sum of named reports' terms.
///
///     b_j = (n_j + 0.5) / (N + 1)                        the base rate
///     o_r = sum idf_i held_ri / sum idf_i                 over the evidence, idf_i = -ln b_i
///     w_r = o_r^3 / d_r                                   d_r: the techniques of the report
///     p_j = (sum w_r m_rj + s b_j) / (sum w_r + s)        s = 0.1 / max(|E|, 1)^2
///
/// `held` is 1 for a technique that the report cites, 0.2 where it cites one of its family only.
/// Sums over the evidence run in the order of ids, sums over reports in that of keys.
///
/// Source: E. A. Nadaraya (1964) and G. S. Watson (1964) for the weighted share; R. E. Krichevsky
/// and V. K. Trofimov, "The Performance of Universal Encoding", IEEE Transactions on Information
/// Theory 27 (1981) 199-207, for the base rate.
package struct InferenceModel: IndexedModel {
  package let index: CitationIndex

  package init(_ training: TrainingSet) { index = CitationIndex(training) }

  /// Infers from evidence, given as columns; repeats count once.
  package func infer(_ evidence: [Int]) -> Inference { infer(evidence, omitting: []) }

  /// Infers as if some sightings were not there.
  package func infer(_ evidence: [Int], omitting omissions: [Omission]) -> Inference {
    let evidence = Set(evidence).sorted()
    let counted = index.counted(omitting: omissions)
    let baseRates = counted.baseRates
    var weights = index.overlaps(evidence, baseRates)
    for report in weights.indices where weights[report] > 0 {
      let overlap = weights[report]
      let size = Double(training.rows[report].count)
      weights[report] = Double(counted.ofRows[report]) * (overlap * overlap * overlap) / size
    }
    let count = Double(max(evidence.count, 1))
    return Inference(
      evidence: evidence, weights: weights, smoothing: Self.smoothing / (count * count),
      baseRates: baseRates, rows: training.rows, sightings: counted.ofRows,
      reports: counted.reports)
  }

  /// The weight of the base rates beside one technique of evidence.
  private static let smoothing = 0.1
}
