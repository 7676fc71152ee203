import Attack
import Corpora
import Measures

/// Makes the page that says how every number is made.
struct MethodMaker: Sendable {
  let ledger: Ledger
  let trials: [FilterTrial]

  /// What `Templates/method.md` says.
  struct Contents: Sendable {
    let reports: String
    let techniques: String
    let cited: String
    let uncited: String
    let pairs: String
    let firm: String
    let possible: String
    let significant: String
    let median: String
    let largest: String
    let single: String
    let large: String
    let manuals: String
    let releases: [String]
    let example: Example?
    let choices: CaveatSection.Contents?
    let notices: [NoticeLine]
  }

  /// One pair of this very site.
  struct Example: Sendable {
    let first: String
    let second: String
    let together: String
    let base: String
    let share: String
    let low: String
    let high: String
    let expected: String
    let expectedShare: String
    let ratio: String
    let lower: String
    let pValue: String
    let qValue: String
    let grade: String
  }

  struct NoticeLine: Sendable {
    let count: String
    let sentence: String
    let places: String
  }

  func page() -> Page {
    Page(
      path: "method.html", template: "method", title: "How each number is made",
      summary: "What is counted, how sure it is, and what the data cannot say",
      contents: contents, entry: .method)
  }

  private var contents: Contents {
    let sizes = ReportSizes(ledger)
    let counts = ledger.associations.counts
    let pairs = FirmPairs(ledger)
    let manuals = ledger.corpus.reports.indices.count {
      ledger.corpus.isManual($0, ledger.knowledge)
    }
    return Contents(
      reports: Format.count(ledger.corpus.reports.count, "report"),
      techniques: Format.count(ledger.knowledge.techniques.count, "technique"),
      cited: Format.count(counts.citedCount),
      uncited: Format.count(ledger.knowledge.techniques.count - counts.citedCount),
      pairs: Format.count(pairs.seen), firm: Format.count(pairs.firm),
      possible: Format.count(pairs.possible), significant: Format.count(counts.pairCount),
      median: Format.count(sizes.median), largest: Format.count(sizes.largest),
      single: Format.count(sizes.single),
      large: Format.count(ledger.techniquesOfReport.count { $0.count >= 30 }),
      manuals: Format.count(manuals),
      releases: ledger.knowledge.releases.map { MarkdownText.escape("\($0.title), \($0.date)") },
      example: example(pairs),
      choices: CaveatSection(ledger, trials).contents, notices: notices)
  }

  /// The pair that stands out most.
  private func example(_ pairs: FirmPairs) -> Example? {
    guard let (technique, pair) = pairs.top.first, let interval = pair.interval else { return nil }
    let place = Place("method.html")
    return Example(
      first: ledger.link(technique).markdown(at: place),
      second: ledger.link(pair.partner).markdown(at: place),
      together: Format.count(pair.together), base: Format.count(pair.base),
      share: Format.finePercent(pair.share), low: Format.finePercent(interval.low),
      high: Format.finePercent(interval.high), expected: Format.decimal(pair.expected, 1),
      expectedShare: Format.finePercent(pair.expectedShare),
      ratio: Format.decimal(pair.ratio.ratio, 2), lower: Format.decimal(pair.ratio.lower, 2),
      pValue: Format.scientific(pair.pValue), qValue: Format.scientific(pair.qValue),
      grade: pair.grade?.rawValue ?? "weak")
  }

  private var notices: [NoticeLine] {
    NoticeGroup.groups(of: ledger.notices).map { group in
      NoticeLine(
        count: Format.count(group.places.count), sentence: MarkdownText.escape(group.kind.sentence),
        places: group.places.prefix(5).map(MarkdownText.escape).joined(separator: "; ")
          + (group.places.count > 5 ? "; …" : ""))
    }
  }
}
