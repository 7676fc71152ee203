import Attack
import Corpora
import Measures
import Text

/// Makes the page that explains how every number is made.
struct MethodMaker: Sendable {
  let knowledge: Knowledge
  let corpus: CountedCorpus
  let reports: FilteredReports
  let findings: Findings
  let notices: [Notice]

  /// The values for `Templates/method.md`.
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
    /// Whose the reports are, where not all are ATT&CK's.
    let origins: String?
    /// Whether some of them stand in weighted sets.
    let hasSets: Bool
    /// What the others add to the suggestions, where that was asked.
    let gain: String?
    let firmWorth: String
    let possibleWorth: String
    let rules: String?
    let strictness: String
    let isSettled: Bool
    let hasEvaluation: Bool
    /// What the orders of suggestions are worth.
    let orders: String?
    let example: WorkedPair.Contents?
    let estimate: WorkedEstimate.Contents?
    let agreement: AgreementSection.Contents?
    let choices: SensitivitySection.Contents?
    let notices: [NoticeLine]
  }

  struct NoticeLine: Sendable {
    let count: String
    let sentence: String
    let places: String
  }

  func page() -> Page {
    let example = WorkedPair(knowledge.techniques, corpus, findings)
    return Page(
      kind: .method, path: PageKind.method.path, template: "method",
      title: "How each number is made",
      summary: "Every measure with its formula, its source, and what the data cannot say",
      contents: contents(example),
      exhibits: example.map { ["lengths": .table($0.lengths)] } ?? [:])
  }

  private func contents(_ example: WorkedPair?) -> Contents {
    let sizes = ReportSizes(corpus, reports.filter)
    let (pairs, counts) = (findings.pairs, findings.associations.counts)
    let worth = MethodWorth(findings)
    let manuals = corpus.reports.count { corpus.whole.isManual($0, knowledge) }
    return Contents(
      reports: Format.count(corpus.count, "report"),
      techniques: Format.count(knowledge.techniques.count, "technique"),
      cited: Format.count(counts.citedCount),
      uncited: Format.count(knowledge.techniques.count - counts.citedCount),
      pairs: Format.count(pairs.seen), firm: Format.count(pairs.firm.count),
      possible: Format.count(pairs.possible), hasFirm: !pairs.firm.isEmpty,
      significant: Format.count(counts.pairCount), median: Format.count(sizes.median),
      largest: Format.count(sizes.largest), single: Format.count(sizes.single),
      large: Format.count(
        corpus.whole.weight(
          of: corpus.rows.filter {
            corpus.whole.techniquesOfReport[$0].count >= ReportFilter.large
          })),
      manuals: Format.count(manuals),
      releases: knowledge.releases.map {
        MarkdownText.escape($0.isDated ? "\($0.title), \($0.dateInWords)" : $0.title)
      },
      origins: corpus.tally.ofThem, hasSets: corpus.whole.hasSets, gain: findings.gain?.words,
      firmWorth: worth.firm, possibleWorth: worth.possible, rules: worth.rules,
      strictness: worth.strictness, isSettled: worth.isConverged,
      hasEvaluation: findings.evaluation != nil,
      orders: findings.evaluation.flatMap { OrderWorth($0.evaluation)?.sentences },
      example: example?.contents, estimate: example.flatMap(estimate),
      agreement: findings.agreement.map { AgreementSection($0).contents },
      choices: SensitivitySection(reports, findings.sensitivity).contents, notices: noticeLines)
  }

  private func estimate(_ example: WorkedPair) -> WorkedEstimate.Contents? {
    findings.pairEstimate.map { estimate in
      WorkedEstimate(
        corpus: corpus, calibrated: findings.inference, estimate: estimate,
        technique: example.technique, partner: example.pair.partner
      ).contents
    }
  }

  private var noticeLines: [NoticeLine] {
    NoticeGroup.groups(of: notices).map { group in
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
    .text("origins", \.origins),
    .flag("hasSets", \.hasSets),
    .text("gain", \.gain),
    .text("firmWorth", \.firmWorth),
    .text("possibleWorth", \.possibleWorth),
    .text("rules", \.rules),
    .text("strictness", \.strictness),
    .flag("isSettled", \.isSettled),
    .flag("hasEvaluation", \.hasEvaluation),
    .text("orders", \.orders),
    .item("example", \.example),
    .item("estimate", \.estimate),
    .item("agreement", \.agreement),
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
