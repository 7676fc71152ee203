import Attack
import Corpora
import Measures

extension TrainingSet {
  /// A few reports on techniques of two families and two loners.
  static func random(_ reports: Int, using random: inout SplitMix64) -> TrainingSet {
    let ids: IndexedList<Technique, String> = [
      "T1003", "T1003.001", "T1003.002", "T1047", "T1059.001", "T1059.003", "T1105",
    ]
    let matrix = BitMatrix.random(reports, ids.count, using: &random)
    return TrainingSet(
      ids: ids, keys: (0..<reports).map { "example.org/\($0 + 100)" },
      rows: matrix.columnsByRow, clusters: (0..<reports).map { $0 - $0 % 2 })
  }
}
