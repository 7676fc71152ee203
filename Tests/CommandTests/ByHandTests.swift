import Foundation
import Testing

/// Four techniques, four reports, two habits: every number that any exporter writes, by hand.
///
///            T1001  T1002  T1003  T1004
///     r0       x      x
///     r1       x      x
///     r2                     x      x
///     r3                     x      x
///
/// Every report names 2 of 4 and every technique is in 2 of 4, so by their sizes alone each link
/// has the chance 1/2, and a pair 4 × 1/2 × 1/2 = 1 report.
struct ByHandTests {
  /// Of T1001 with T1002, as the CSV has them.
  private static let byHand: [(column: String, value: Double)] = [
    ("reports_a", 2), ("reports_b", 2), ("together", 2), ("share_of_a", 1), ("share_of_b", 1),
    ("expected", 1),
    // (2 + 5) / (1 + 5), and 7/6 × (1 - 1/63 - 1.644854 / (3 √7))³.
    ("ratio", 7.0 / 6), ("lower", 0.5470583),
    // 2 × 4 / (2 × 2), and ln 2 / ln 2.
    ("lift", 2), ("npmi", 1),
    // Two or more of four with a chance of 1/4 each: 1 - 81/256 - 108/256. Two of six pairs have it.
    ("p_value", 67.0 / 256), ("q_value", 67.0 / 256 * 6 / 2),
  ]

  /// Given T1001, whose base rate is 2.5 / 5.
  ///
  /// - Four reports teach no profile, so that none is alike.
  /// - Holding all of it is worth (1/100)² / 2 each beside 0.1, in half of the vote; the half of those
  ///   that are alike is the base rates'. So far a share is 1/2 × 0.00005 / 0.1001.
  /// - In so small a corpus half of the vote is then that of those that cite it: 1/2 of 1.3 each.
  /// - All of it is worth n = 1 / (2 share² + rest² / 4) reports, so that 30 / (30 + n) of every share
  ///   goes back to the base rates.
  private static let vote: (share: Double, rest: Double) = {
    let share = 0.5 * (0.5 * 0.00005 / 0.1001) + 0.5 * 0.5 / 1.3
    let rest = 1 - 2 * share
    let size = 1 / (2 * share * share + rest * rest / 4)
    let doubt = 30 / (30 + size)
    return (share * (1 - doubt), (1 - doubt) * rest + doubt)
  }()

  private let bench: Workbench

  init() async throws {
    bench = try Workbench()
    let rows = [["T1001", "T1002"], ["T1001", "T1002"], ["T1003", "T1004"], ["T1003", "T1004"]]
    try bench.write(TinyBundle(reports: rows).json, to: "four.json")
    let run = try await ToolRun("build", ["four.json", "--markdown", "wiki"], in: bench.folder)
    try #require(run.code == 0, "\(run.errors)")
  }

  @Test func `CSV: every column of the pair is what the hand gives`() throws {
    let lines = try bench.read("_site/data/cooccurrence.csv").split(separator: "\n")
    let columns = try #require(lines.first).split(separator: ",").map(String.init)
    #expect(
      columns == ["technique_a", "technique_b"] + Self.byHand.map(\.column) + [
        "grade", "family", "internal",
      ])
    #expect(lines.count == 3)
    for line in lines.dropFirst() {
      let cells = line.split(separator: ",").map(String.init)
      #expect(["T1001 T1002", "T1003 T1004"].contains(cells[0] + " " + cells[1]))
      for (cell, hand) in zip(cells.dropFirst(2), Self.byHand) {
        #expect(abs(try #require(Double(cell)) - hand.value) < 1e-6, "\(hand.column)")
      }
      // Two reports are too few for a grade, and the two are of different families.
      #expect(line.hasSuffix(",,false,0"))
    }
  }

  @Test func `a technique's CSV: the same, with Wilson's interval`() throws {
    let lines = try bench.read("_site/data/techniques/T1001.csv").split(separator: "\n")
    // Of 2 of 2 the lower bound is 2 / (2 + 1.96²).
    #expect(
      lines == [
        "technique,together,reports,share,low,high,reports_other,expected,ratio,lower,q_value,"
          + "grade,family",
        "T1002,2,2,1,0.3424,1,2,1,1.167,0.5471,0.7852,,",
      ])
  }

  @Test func `HTML and Markdown: in words, since two reports are too few for a percentage`() throws
  {
    for path in ["_site/techniques/T1001.html", "wiki/techniques/T1001.md"] {
      let page = try bench.read(path)
      #expect(page.contains("2 of 2"), "\(path)")
      #expect(page.contains("too few"), "\(path)")
      // One actor is cited for all four, so that they meet on other bases than reports.
      let odd = page.split(separator: "\n").filter {
        $0.contains("100 %") || $0.contains("T1003 Technique") && !$0.contains("(no.")
      }
      #expect(odd.isEmpty, "\(path)")
    }
  }

  @Test func `the method page goes through the pair step by step`() throws {
    for path in ["_site/method.html", "wiki/method.md"] {
      let page = try bench.read(path).replacing("\\.", with: ".")
      for expected in [
        "2 / 2 = 100.0 %", "34.2 to 100.0 %", "E = 1.0000", "(2 + 5) / (1.0000 + 5) = 1.1667",
        "L = 0.5471", "V = 0.7500", "0.262", "0.785", "= 2.000", "= 1.000", "= 0.5318",
        "6.0, all seen ones to 4",
      ] { #expect(page.contains(expected), "\(path) \(expected)") }
    }
  }

  @Test func `SVG and layer: two reports of two`() throws {
    let figure = try bench.read("_site/figures/T1001.svg")
    #expect(figure.contains("Technique") && figure.contains(">2</text>"))
    let layer = try bench.read("_site/layers/T1001.json")
    #expect(layer.contains("\"techniqueID\":\"T1002\""))
    #expect(layer.contains("\"score\":100") && !layer.contains("\"score\":0"))
  }

  @Test func `infer: the shares of the two reports and of the base rate`() async throws {
    let run = try await ToolRun(
      "infer", ["--bundle", "four.json", "--format", "json", "T1001"], in: bench.folder)
    let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    #expect(answer.evidence == ["T1001"] && answer.reports_with_all == 2)
    #expect(answer.techniques.map(\.technique) == ["T1002", "T1003", "T1004"])
    for own in answer.techniques {
      let isPartner = own.technique == "T1002"
      let said = isPartner ? 2 * Self.vote.share : 0
      #expect(abs(own.raw - (said + Self.vote.rest / 2)) < 1e-12 && own.reports_left_out == 0)
      #expect(abs(own.base_term - Self.vote.rest / 2) < 1e-12 && own.usual == 0.5)
      #expect(own.times == own.probability / 0.5)
      #expect(abs(own.score - own.raw * (own.raw + 0.02) / 0.52) < 1e-12)
      #expect(own.together == (isPartner ? 2 : 0))
      #expect(own.reports.count == (isPartner ? 2 : 0))
      #expect(own.reports.allSatisfy { abs($0.share - Self.vote.share) < 1e-12 })
      #expect((0...1).contains(own.probability) && own.low <= own.probability)
    }
  }

  private struct Answer: Decodable {
    let evidence: [String]
    let reports_with_all: Int
    let techniques: [Candidate]

    struct Candidate: Decodable {
      let technique: String
      let raw: Double
      let probability: Double
      let low: Double
      let usual: Double
      let times: Double
      let score: Double
      let base_term: Double
      let reports_left_out: Double
      let together: Int
      let reports: [Term]
    }

    struct Term: Decodable { let share: Double }
  }
}
