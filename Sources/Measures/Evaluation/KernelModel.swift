import Attack

/// The probability of every technique by the reports that hold what was seen, without profiles: what
/// this tool inferred by before reports voted.
///
///     w_r = o_r^3 / d_r                                   o_r: of the evidence; d_r: techniques
///     p_j = (sum w_r m_rj + s b_j) / (sum w_r + s)        s = 0.1 / max(|E|, 1)^2
///
/// Source: E. A. Nadaraya (1964) and G. S. Watson (1964) for the weighted share.
struct KernelModel: Recommender {
  private let index: CitationIndex

  init(_ training: TrainingSet) { index = CitationIndex(training) }

  func scores(_ evidence: [Index<Technique>]) -> IndexedList<Technique, Double> {
    let training = index.training
    let baseRates = index.counted(omitting: []).baseRates
    let count = Double(max(evidence.count, 1))
    let smoothing = Self.smoothing / (count * count)
    var all = smoothing
    var cited = baseRates.map { smoothing * $0 }
    let overlaps = index.overlaps(evidence.map(\.number), baseRates)
    for (report, overlap) in overlaps.enumerated() where overlap > 0 {
      let row = training.rows[report]
      let sightings = Double(training.sightings[report])
      let weight = sightings * (overlap * overlap * overlap) / Double(row.count)
      all += weight
      for technique in row { cited[technique] += weight }
    }
    return IndexedList(cited.map { $0 / all })
  }

  /// The weight of the base rates beside one technique of evidence.
  private static let smoothing = 0.1
}
