package import Attack
import Corpora

/// Ranks by the mean over the evidence of the share of its reports that cite a technique too.
package struct RowPercentage: Recommender {
  private let counts: PairCounts

  package init(_ training: TrainingSet) {
    counts = PairCounts(
      BitMatrix(rows: training.rows, columnCount: training.ids.count),
      weights: training.sightings)
  }

  package func scores(_ evidence: [Index<Technique>]) -> IndexedList<Technique, Double> {
    var sums = IndexedList<Technique, Double>(repeating: 0, for: counts.techniques)
    for seen in evidence where counts.total(seen) > 0 {
      let base = Double(counts.total(seen))
      for technique in sums.indices {
        sums[technique] += Double(counts.together(seen, technique)) / base
      }
    }
    return sums.mapValues { $0 / Double(max(evidence.count, 1)) }
  }
}
