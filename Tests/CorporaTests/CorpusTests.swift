import Attack
import Corpora
import TestSupport
import Testing
import Text

struct CorpusTests {
  private let ends: [StixObject] = [
    .make("T1001"), .make("T1002"), .make("G0001"), .make("S0001"), .make("S0002", "tool"),
  ]

  private func corpus(_ objects: [StixObject]) -> Corpus { Corpus(.make(ends + objects)) }

  /// The techniques of each report, as `example.org/a: 0 1`.
  private func rows(_ corpus: Corpus) -> [String] {
    corpus.reports.indices.map { row in
      let columns = corpus.citations.columns(ofRow: row.number).map(String.init)
      return corpus.reports[row].key.text + ": " + columns.joined(separator: " ")
    }
  }

  @Test func `a date that cannot be is noted, unless the team's own report has it`() {
    let citation = { (origin: Report.Origin) in
      Corpus.Citation(
        actor: nil, technique: 0, sentence: "",
        references: [ExternalReference(sourceName: "N", description: "A. (2918). T.")],
        origin: origin)
    }
    let corpus = { (origin: Report.Origin) in
      Corpus([citation(origin)], techniques: 0..<1, actors: 0..<0, lastYear: 2024)
    }
    #expect(corpus(.attack).notices == [Notice(.impossibleDate, at: "`N`: published 2918")])
    #expect(corpus(.team).notices.isEmpty && corpus(.team).reports[0].published?.year == 2918)
  }

  @Test func `a report is a citation on a use of a technique, counted once a technique`() {
    let corpus = corpus([
      .make("G0001", "uses", "T1001", citing: ["b", "a", "b"]),
      .make("S0001", "uses", "T1001", citing: ["a"]),
      .make("S0001", "uses", "T1002", citing: ["a"]),
    ])
    #expect(rows(corpus) == ["example.org/a: 0 1", "example.org/b: 0"])
    #expect(corpus.citedBy == [[0, 1], [0]])
  }

  @Test func `parallel uses unite their references`() {
    let corpus = corpus([
      .make("G0001", "uses", "T1001", id: "1", citing: ["a"]),
      .make("G0001", "uses", "T1001", id: "2", citing: ["b"]),
    ])
    #expect(rows(corpus) == ["example.org/a: 0", "example.org/b: 0"])
    #expect(corpus.procedures.map(\.reports) == [[0], [1]])
  }

  @Test func `a use that cites nothing makes no report`() {
    let corpus = corpus([.make("G0001", "uses", "T1001")])
    #expect(corpus.reports.isEmpty && corpus.procedures.map(\.reports) == [[]])
  }

  @Test func `a citation for software alone is no report, but names who is behind one`() {
    let corpus = corpus([
      .make("G0001", "uses", "S0001", citing: ["a", "b"]),
      .make("S0001", "uses", "T1001", citing: ["a"]),
    ])
    #expect(rows(corpus) == ["example.org/a: 0"])
    #expect(corpus.citedBy == [[1]] && corpus.namedBy == [[0, 1]])
  }

  @Test func `two addresses whose hashes begin alike are two reports with two pages`() {
    let start = "https://x.y/" + String(repeating: "a", count: 60)
    let corpus = corpus([
      .make("G0001", "uses", "T1001") {
        $0.references = ["62588", "194044"].map {
          ExternalReference(sourceName: $0, url: start + $0)
        }
      }
    ])
    let ids = corpus.reports.map(\.id)
    #expect(Set(corpus.reports.map(\.key.id)).count == 1 && Set(ids).count == 2)
    #expect(ids[0] == corpus.reports[0].key.id && ids[1].utf8.count == ids[0].utf8.count)
  }

  @Test func `two names of one address are one report, one name of two addresses is two`() {
    let corpus = corpus([
      .make("G0001", "uses", "T1001") {
        $0.references = [
          ExternalReference(sourceName: "Dragos", url: "https://dragos.com/a"),
          ExternalReference(sourceName: "Dragos", url: "https://dragos.com/b"),
          ExternalReference(sourceName: "Other", url: "http://www.dragos.com/a/"),
        ]
      }
    ])
    #expect(rows(corpus) == ["dragos.com/a: 0", "dragos.com/b: 0"])
    #expect(corpus.reports[0].names == ["Dragos", "Other"])
  }

  @Test func `a reference counts whether or not the text has its marker`() {
    let corpus = corpus([
      .make("G0001", "uses", "T1001", citing: ["a", "b"]) { $0.description = "x (Citation: a)" }
    ])
    #expect(corpus.reports.count == 2)
  }

  @Test func `a sub-technique and its parent are two columns`() {
    let corpus = Corpus(
      .make([
        .make("T1003"), .make("T1003.001"), .make("G0001"),
        .make("G0001", "uses", "T1003", citing: ["a"]),
        .make("G0001", "uses", "T1003.001", citing: ["a"]),
      ]))
    #expect(rows(corpus) == ["example.org/a: 0 1"])
    #expect(corpus.citations.unions(of: [[0, 1]]).total(ofColumn: 0) == 1)
  }
}

@Suite(.enabled(if: RealReleases.areHere))
struct RealCorpusTests {
  @Test(arguments: [
    (["enterprise-attack-18.1"], 1762, 691, 599, 39_964, 15, "26fe361a0fe2149e"),
    (["enterprise-attack-17.1"], 1649, 679, 574, 37_058, 15, "1fe726f882d856d1"),
    (["enterprise-attack-2.0"], 345, 219, 171, 4_669, 10, "8fefbbd2789e00c5"),
    (["ics-attack-18.1"], 85, 83, 80, 844, 0, "f3f146c5c17c5a63"),
    (["mobile-attack-17.1"], 160, 121, 108, 2_223, 2, "e8f9031866b9c027"),
    (
      ["enterprise-attack-18.1", "ics-attack-18.1", "mobile-attack-17.1"],
      1974, 895, 787, 45_557, 17, "2bf20fe694bfb27e"
    ),
  ])
  func `a real release gives its figures`(
    names: [String], reports: Int, live: Int, cited: Int, pairs: Int, uncited: Int, keys: String
  ) throws {
    let knowledge = Knowledge(try names.map(RealReleases.bundle))
    let corpus = Corpus(knowledge)
    #expect(corpus.reports.count == reports)
    #expect(knowledge.techniques.count == live)
    let totals = knowledge.techniques.indices.map { corpus.citations.total(ofColumn: $0.number) }
    #expect(totals.count { $0 > 0 } == cited)
    var together = 0
    for a in totals.indices {
      for b in 0..<a where corpus.citations.together(a, b) > 0 { together += 1 }
    }
    #expect(together == pairs)
    #expect(knowledge.notices.count { $0.kind == .uncitedUse } == uncited)
    let text = corpus.reports.map(\.key.text).joined(separator: "\n")
    #expect(FNV1a.hexadecimal(text.utf8) == keys)
    #expect(Set(corpus.reports.map(\.id)).count == reports)
    #expect(corpus.reports.allSatisfy { FileName.isSafe($0.id + ".html") })
  }

  @Test func `the sizes of the reports of Enterprise 18.1`() throws {
    let knowledge = try RealReleases.knowledge("enterprise-attack-18.1")
    let corpus = Corpus(knowledge)
    let sizes = corpus.citations.columnsByRow.map(\.count).filter { $0 > 0 }.sorted()
    #expect(sizes.count { $0 >= 2 } == 1507 && sizes.count { $0 == 1 } == 255)
    #expect(sizes[sizes.count / 2] == 9 && sizes.last == 70)
    let mass = { (sizes: [Int]) in sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
    let large = sizes.filter { $0 >= 30 }
    #expect(large.count == 103)
    #expect((mass(large) * 100 + mass(sizes) / 2) / mass(sizes) == 39)
    let manuals = corpus.citedBy.count { actors in
      actors.allSatisfy { knowledge.actors[$0].kind == .software }
    }
    #expect(manuals > 142)
  }

  @Test func `the dates of the reports of Enterprise 18.1`() throws {
    let knowledge = try RealReleases.knowledge("enterprise-attack-18.1")
    var texts: [ReportKey: [String]] = [:]
    for use in knowledge.uses {
      guard case .technique = use.target else { continue }
      for reference in use.references {
        texts[ReportKey(reference), default: []].append(reference.description ?? "")
      }
    }
    let dates = texts.values.map { $0.compactMap { CitationText($0).published } }
    #expect(dates.count { $0.contains { $0.day != nil } } == 1547)
    #expect(dates.count { !$0.isEmpty } == 1673)
    #expect(texts.values.count { $0.contains { $0.contains("(n.d.)") } } == 90)
    let corpus = Corpus(knowledge)
    #expect(corpus.reports.count { $0.published != nil } == 1673)
    #expect(corpus.reports.count { $0.names.count > 1 } == 16)
  }

  @Test(arguments: [("enterprise-attack-18.1", 20), ("enterprise-attack-2.0", 2539)])
  func `every marker names a reference, but not every reference has a marker of its own`(
    name: String, without: Int
  ) throws {
    var (silent, open) = (0, 0)
    for object in try RealReleases.bundle(name).objects where object.relation?.type == "uses" {
      var text = object.description ?? ""
      for reference in object.references.sorted(by: { $0.sourceName.count > $1.sourceName.count }) {
        let rest = text.replacing("(Citation: \(reference.sourceName))", with: "")
        if rest == text { silent += 1 }
        text = rest
      }
      if text.contains("(Citation:") { open += 1 }
    }
    #expect(silent == without && open == 0)
  }

  @Test func `324 reports of Enterprise 18.1 cite a sub-technique and its parent`() throws {
    let knowledge = try RealReleases.knowledge("enterprise-attack-18.1")
    let both = Corpus(knowledge).techniquesOfReport.count { techniques in
      let cited = Set(techniques)
      return techniques.contains { knowledge.techniques[$0].parent.map(cited.contains) ?? false }
    }
    #expect(both == 324)
  }

  @Test func `'Dragos' is three pages in ICS 18.1`() throws {
    let corpus = Corpus(try RealReleases.knowledge("ics-attack-18.1"))
    #expect(corpus.reports.count { $0.names.contains("Dragos") } == 3)
  }
}
