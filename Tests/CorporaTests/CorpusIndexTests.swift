import Attack
import Corpora
import TestSupport
import Testing

/// The look-ups of a corpus, against what a search of its procedures finds.
struct CorpusIndexTests {
  private let corpus: Corpus

  /// Years and techniques at random; every fourth citation names nobody.
  init() {
    var random = SystemRandomNumberGenerator()
    let references = (0..<40).map { report in
      let year = Int.random(in: 2015...2020, using: &random)
      return ExternalReference(
        sourceName: "r\(report)", url: "https://example.org/\(report)",
        description: report.isMultiple(of: 5) ? nil : "A. (\(year), May 1). Title.")
    }
    let citations = (0..<150).map { number in
      Corpus.Citation(
        actor: number.isMultiple(of: 4) ? nil : Index(Int.random(in: 0..<6, using: &random)),
        technique: number.isMultiple(of: 7) ? nil : Index(Int.random(in: 0..<9, using: &random)),
        sentence: "\(number)",
        references: (0..<3).map { _ in references.randomElement(using: &random) ?? references[0] },
        origin: .attack)
    }
    corpus = Corpus(citations, techniques: 0..<9, actors: 0..<6)
  }

  private func procedures(_ isOne: (Corpus.Procedure) -> Bool) -> [Index<Corpus.Procedure>] {
    corpus.procedures.indices.filter { isOne(corpus.procedures[$0]) }
  }

  @Test func `procedures are found by report, technique and actor`() {
    for report in corpus.reports.indices {
      let own = procedures { $0.reports.contains(report) }
      #expect(corpus.proceduresOfReport[report] == own)
      let techniques = Set(own.map { corpus.procedures[$0].technique }).sorted()
      #expect(corpus.techniquesOfReport[report] == techniques)
      #expect(corpus.citations.columns(ofRow: report.number) == techniques.map(\.number))
      let actors = Set(own.compactMap { corpus.procedures[$0].actor }).sorted()
      #expect(corpus.citedBy[report] == actors)
      #expect(Set(corpus.namedBy[report]).isSuperset(of: actors))
    }
    for technique in corpus.proceduresOfTechnique.indices {
      #expect(corpus.proceduresOfTechnique[technique] == procedures { $0.technique == technique })
    }
    for actor in corpus.proceduresOfActor.indices {
      #expect(corpus.proceduresOfActor[actor] == procedures { $0.actor == actor })
    }
  }

  @Test func `what is not for a technique dates a report for its campaign, not for its page`() {
    let citation = { (technique: Index<Technique>?, date: String) in
      Corpus.Citation(
        actor: 0, technique: technique, sentence: "",
        references: [
          ExternalReference(
            sourceName: "r", url: "https://example.org/r", description: "A. (\(date)). Title.")
        ], origin: .attack)
    }
    let corpus = Corpus(
      [citation(nil, "n.d."), citation(nil, "2015, May 1"), citation(0, "2016, May 1")],
      techniques: 0..<1, actors: 0..<1)
    #expect(corpus.namedOn == [PartialDate(year: 2015, month: 5, day: 1)])
    #expect(corpus.reports.map(\.published) == [PartialDate(year: 2016, month: 5, day: 1)])
  }

  @Test func `reports come the newest first, those without a date last`() {
    let dates = corpus.newestFirst.map { corpus.reports[$0].published?.year ?? 0 }
    #expect(dates == dates.sorted(by: >))
    #expect(corpus.newestFirst.sorted() == Array(corpus.reports.indices))
    #expect(corpus.newestFirst.map { corpus.age[$0] } == Array(0..<corpus.reports.count))
    for technique in corpus.reportsOfTechnique.indices {
      let own = corpus.citations.rows(ofColumn: technique.number).map { Index<Report>($0) }
      #expect(
        corpus.reportsOfTechnique[technique] == own.sorted { corpus.age[$0] < corpus.age[$1] })
    }
  }

  @Test func `a neighbour is the next in time of the same selection`() {
    for part in 1...3 {
      let selection = Corpus.Selection(of: corpus.reports.indices) {
        $0.number.isMultiple(of: part)
      }
      let order = corpus.newestFirst.filter(selection.contains)
      for (position, report) in order.enumerated() {
        for step in [-1, 1] {
          let next = order.indices.contains(position + step) ? order[position + step] : nil
          #expect(corpus.neighbour(of: report, step: step, in: selection) == next)
        }
      }
    }
  }

  @Test func `a report is as public as the most public of its citations`() {
    let citation = { (url: String, origin: Report.Origin, technique: Index<Technique>?) in
      Corpus.Citation(
        actor: nil, technique: technique, sentence: "",
        references: [ExternalReference(sourceName: url, url: "https://example.org/" + url)],
        origin: origin)
    }
    let corpus = Corpus(
      [
        citation("a", .team, 0), citation("a", .attack, 0), citation("b", .team, 0),
        citation("b", .attack, nil),
      ], techniques: 0..<1, actors: 0..<0)
    #expect(corpus.reports.map(\.isInternal) == [false, true])
    #expect(corpus.procedures.count == 3 && corpus.citedBy == [[], []])
  }
}
