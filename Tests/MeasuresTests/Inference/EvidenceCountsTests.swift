import Attack
import Measures
import Testing
import TestSupport

struct EvidenceCountsTests {
  @Test(arguments: 0..<10)
  func `they count the reports by how many of the evidence they cite`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let training = TrainingSet.random(30, using: &random)
    let evidence = ([[], [2], [0, 5], [1, 3, 4]] as [[Index<Technique>]])[seed % 4]
    let counts = EvidenceCounts(CitationIndex(training), evidence + evidence)
    #expect(counts.evidence == evidence && counts.reports.count == evidence.count + 1)
    for held in 0...evidence.count {
      let rows = training.rows.filter { row in evidence.count { row.contains($0.number) } == held }
      #expect(counts.reports[held] == rows.count)
      for technique in training.ids.indices {
        #expect(counts.together[held][technique] == rows.count { $0.contains(technique.number) })
      }
    }
    #expect(counts.reportsWithAll == counts.reports[evidence.count])
    #expect(counts.togetherWithAll == counts.together[evidence.count])
  }

  @Test func `a row counts for all of its sightings`() {
    let training = TrainingSet(
      ids: ["T1", "T2", "T3"], keys: ["a", "b"], rows: [[0, 1], [0, 2]], clusters: [0, 1],
      sightings: [3, 1])
    let counts = EvidenceCounts(CitationIndex(training), [0])
    #expect(counts.reports == [0, 4] && counts.togetherWithAll == [4, 3, 1])
  }
}
