package import Attack
package import Corpora

extension CountedCorpus {
  /// The newest three of the reports that cite both techniques, which a suggestion names.
  package func evidence(
    of technique: Index<Technique>, with partner: Index<Technique>
  ) -> [Index<Report>] {
    Array(
      reports(citing: technique, partner).sorted { [age = whole.age] in age[$0] < age[$1] }.prefix(
        3))
  }
}
