import Attack
import Corpora
import Measures
import Testing
import Text

struct HeldOutQueryTests {
  @Test func `the hash of technique and key orders a report's techniques`() {
    let ids: IndexedList<Technique, String> = ["T1003", "T1047", "T1059.001", "T1105"]
    let training = TrainingSet(
      ids: ids, keys: ["a.org/x"], rows: [[0, 1, 2, 3]], clusters: [0])
    let order = ids.indices.sorted {
      FNV1a.hash("\(ids[$0])|a.org/x".utf8) < FNV1a.hash("\(ids[$1])|a.org/x".utf8)
    }
    let queries = HeldOutQuery.bySize(training, reports: [0])
    #expect(queries.map(\.count) == [1, 1, 1, 0])
    for (size, query) in zip([1, 2, 3], queries.flatMap(\.self)) {
      #expect(query.evidence == order[..<size].sorted())
      #expect(query.hidden == order[size...].sorted())
    }
  }

  @Test func `the hash is the published one`() {
    #expect(FNV1a.hash("a".utf8) == 12_638_187_200_555_641_996)
  }
}
