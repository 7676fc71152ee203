package import Attack
package import Corpora

extension CountedCorpus {
  /// The newest three of the reports that cite both techniques, which a suggestion names.
  package func evidence(
    of technique: Index<Technique>, with partner: Index<Technique>
  ) -> [Index<Report>] {
    Array(
      reports(citing: technique, partner).sorted { whole.age[$0] < whole.age[$1] }.prefix(3))
  }
}
