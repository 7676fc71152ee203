import Attack
import Corpora
import Measures
import Text

/// Makes the page that says how every number is made.
struct MethodMaker: Sendable {
  let ledger: Ledger
  let calibrated: CalibratedInference
  /// Where the site has one, the page tells its numbers and leads to it.
  let evaluation: EvaluationFindings?
  let trials: [FilterSensitivity]

  /// What `Templates/method.md` says.
  struct Contents: Sendable {
    let reports: String
    let techniques: String
    let cited: String
    let uncited: String
    let pairs: String
    let firm: String
    let possible: String
    let hasFirm: Bool
    let significant: String
    let median: String
    let largest: String
    let single: String
    let large: String
    let manuals: String
    let releases: [String]
    let firmWorth: String
    let possibleWorth: String
    let rules: String?
    let strictness: String
    let isSettled: Bool
    let hasEvaluation: Bool
    let example: WorkedPair.Contents?
    let estimate: WorkedEstimate.Contents?
    let choices: SensitivitySection.Contents?
    let notices: [NoticeLine]
  }

  struct NoticeLine: Sendable {
    let count: String
    let sentence: String
    let places: String
  }

  func page() -> Page {
    let pairs = PairSummary(ledger)
    let example = WorkedPair(ledger, pairs)
    return Page(
      kind: .method, path: PageKind.method.path, template: "method",
      title: "How each number is made",
      summary: "Every measure with its formula, its source, and what the data cannot say",
      contents: contents(pairs, example),
      exhibits: example.map { ["lengths": .table($0.lengths)] } ?? [:])
  }

  private func contents(_ pairs: PairSummary, _ example: WorkedPair?) -> Contents {
    let sizes = ReportSizes(ledger)
    let counts = ledger.associations.counts
    let worth = MethodWorth(ledger, evaluation?.relations)
    let manuals = ledger.counted.rows.count {
      ledger.corpus.isManual($0, ledger.knowledge)
    }
    return Contents(
      reports: Format.count(ledger.counted.count, "report"),
      techniques: Format.count(ledger.knowledge.techniques.count, "technique"),
      cited: Format.count(counts.citedCount),
      uncited: Format.count(ledger.knowledge.techniques.count - counts.citedCount),
      pairs: Format.count(pairs.seen), firm: Format.count(pairs.firm),
      possible: Format.count(pairs.possible), hasFirm: pairs.firm > 0,
      significant: Format.count(counts.pairCount), median: Format.count(sizes.median),
      largest: Format.count(sizes.largest), single: Format.count(sizes.single),
      large: Format.count(
        ledger.counted.rows.count { ledger.techniquesOfReport[$0].count >= ReportFilter.large }),
      manuals: Format.count(manuals),
      releases: ledger.knowledge.releases.map {
        MarkdownText.escape($0.version == nil ? $0.title : "\($0.title), \($0.dateInWords)")
      },
      firmWorth: worth.firm, possibleWorth: worth.possible, rules: worth.rules,
      strictness: worth.strictness, isSettled: worth.isConverged, hasEvaluation: evaluation != nil,
      example: example?.contents, estimate: example.map(estimate),
      choices: SensitivitySection(ledger, trials).contents, notices: notices)
  }

  private func estimate(_ example: WorkedPair) -> WorkedEstimate.Contents {
    WorkedEstimate(
      ledger: ledger, calibrated: calibrated, technique: example.technique,
      partner: example.pair.partner
    ).contents
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

extension MethodMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("reports", \.reports),
    .text("techniques", \.techniques),
    .text("cited", \.cited),
    .text("uncited", \.uncited),
    .text("pairs", \.pairs),
    .text("firm", \.firm),
    .text("possible", \.possible),
    .flag("hasFirm", \.hasFirm),
    .text("significant", \.significant),
    .text("median", \.median),
    .text("largest", \.largest),
    .text("single", \.single),
    .text("large", \.large),
    .text("manuals", \.manuals),
    .texts("releases", \.releases),
    .text("firmWorth", \.firmWorth),
    .text("possibleWorth", \.possibleWorth),
    .text("rules", \.rules),
    .text("strictness", \.strictness),
    .flag("isSettled", \.isSettled),
    .flag("hasEvaluation", \.hasEvaluation),
    .item("example", \.example),
    .item("estimate", \.estimate),
    .item("choices", \.choices),
    .items("notices", \.notices),
  ]
}

extension MethodMaker.NoticeLine: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("count", \.count),
    .text("sentence", \.sentence),
    .text("places", \.places),
  ]
}
