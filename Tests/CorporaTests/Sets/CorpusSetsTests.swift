import Attack
import Corpora
import TestSupport
import Testing

/// Weighted sets as rows of a corpus.
struct CorpusSetsTests {
  /// ATT&CK cites `https://example.org/r100` for T1047 and T1059.
  private static let knowledge = Knowledge.make(reports: [["T1047", "T1059"], ["T1003"]])

  private static func source(_ text: String, name: String? = nil, file: String = "s") throws
    -> Evidence.Source
  {
    let read = try ReportFile(Array(text.utf8), name: file)
    let sets = TechniqueSets(read.sets, source: file, by: TechniqueResolver(knowledge))
    return Evidence.Source(
      name: name, isPublic: name != nil,
      files: [
        Evidence.File(
          name: file + ".csv", format: .sets, reports: [], sets: sets, remarks: read.remarks)
      ])
  }

  private static func corpus(_ sources: Evidence.Source...) -> Corpus {
    Corpus(knowledge, Evidence(sources))
  }

  private static let table = """
    weight,techniques,source,first_seen,last_seen
    5,T1047 T1059,b,2024-01-01,2024-02-02
    2,T1059 T1047,b,2023-05-05,2024-03-03
    4,T1003,b,,
    1,T1047,a,2025-01-01,2025-12-12

    """

  @Test func `they stand behind the reports, by source and techniques, each once`() throws {
    let corpus = Self.corpus(try Self.source(Self.table))
    #expect(corpus.named.count == 2 && corpus.reports.count == 5)
    #expect(
      corpus.reports.map(\.key.text) == [
        "example.org/r100", "example.org/r101", "set:a:T1047", "set:b:T1003", "set:b:T1047-T1059",
      ])
    #expect(corpus.reports.map(\.weight) == [1, 1, 1, 4, 7])
    #expect(corpus.setSources.map(\.name) == ["a", "b"])
    #expect(corpus.setSources.map(\.reportCount) == [1, 11])
    #expect(corpus.setSources[1].firstSeen?.description == "2023-05-05")
    #expect(corpus.setSources[1].files == ["s.csv"])
    #expect(Set(corpus.reports.suffix(2).map(\.id)).count == 1)
  }

  @Test func `a set is of a year where all of it is`() throws {
    let corpus = Self.corpus(try Self.source(Self.table))
    #expect(corpus.reports.map { $0.published?.year } == [nil, nil, 2025, nil, nil])
    #expect(CountedCorpus(corpus).countsByYear == [2025: 1])
  }

  @Test func `counts take their weight, and lists name only reports`() throws {
    let counted = CountedCorpus(Self.corpus(try Self.source(Self.table)))
    #expect(counted.count == 14 && counted.reports == [0, 1] && counted.newestFirst == [0, 1])
    #expect(Array(counted.totals) == [5, 9, 8])
    #expect(counted.together(1, 2) == 8 && counted.together(0, 1) == 0)
    #expect(counted.reports(citing: 1, 2) == [0] && counted.rows(citing: 1) == [0, 2, 4])
    #expect(counted.whole.weights(of: counted.selection) == [1, 1, 1, 4, 7])
    #expect(counted.heaviest(of: counted.whole.setSources[1]) == [4, 3])
  }

  @Test func `they are told apart by whose they are`() throws {
    let corpus = Self.corpus(
      try Self.source("weight,techniques\n3,T1047\n", name: "TIE"),
      try Self.source("weight,techniques\n5,T1047 T1059\n"))
    let counted = CountedCorpus(corpus)
    #expect(corpus.reports.map(\.origin) == [.attack, .attack, .set(0), .team])
    #expect(
      corpus.setSources.map(\.name) == ["TIE", "s"]
        || corpus.setSources.map(\.name) == ["s", "s (2)"])
    let tally = counted.tally(counted.reportsOfTechnique[1], citing: [1])
    #expect(tally.all == 9 && tally.ours == 5 && tally.sets.map(\.count) == [3])
    let pair = counted.tally(counted.reports(citing: 1, 2), citing: [1, 2])
    #expect(pair.all == 6 && pair.ours == 5 && pair.sets.isEmpty)
    #expect(corpus.marking(of: [0]) == nil && corpus.marking(of: [3]) == "INTERNAL")
  }

  @Test func `a filter leaves them out by size, and counts them`() throws {
    let corpus = Self.corpus(try Self.source(Self.table))
    let filtered = FilteredReports(
      corpus, Self.knowledge, by: ReportFilter(techniquesFrom: 2))
    #expect(filtered.countedCount == 6 && filtered.leftOutCount == 8)
    #expect(filtered.leftOutCounts == [.large: 8])
    #expect(filtered.counted.named(in: corpus) == [1])
    #expect(filtered.counted.withoutSets(in: corpus).reports == [1])
  }

  @Test func `without them all is as before`() {
    let corpus = Corpus(Self.knowledge)
    #expect(!corpus.hasSets && corpus.named == corpus.reports.indices)
    #expect(corpus.weights(of: corpus.all) == nil && corpus.weight(of: [0, 1]) == 2)
  }
}
