import Measures
import Text

/// Makes the page that shows how good the site's numbers are.
struct EvaluationMaker: Sendable {
  let findings: EvaluationFindings
  /// What reports beside ATT&CK's add; `nil` where that was not asked.
  var gain: EvidenceGain?

  /// The values for `Templates/evaluation.md`.
  struct Contents: Sendable {
    let lead: [String]
    let hasRemarks: Bool
    let remarks: [String]
    let isAsked: Bool
    let reports: String
    let clusters: String
    let techniques: String
    let queries: String
    let recall: String
    /// What the two orders are worth.
    let orders: String?
    let relations: Relations?
  }

  /// How good "stands out" is.
  struct Relations: Sendable {
    let words: String
  }

  func page() -> Page {
    Page(
      kind: .evaluation, path: PageKind.evaluation.path, template: "evaluation",
      title: "What the numbers are worth",
      summary: "How much is found, whether the percentages hold, and what chance alone would give",
      trail: [PageKind.method.link], contents: contents, exhibits: exhibits)
  }

  private var contents: Contents {
    let (subject, evaluation) = (findings.subject, findings.evaluation)
    let words = EvaluationWords(findings: findings)
    return Contents(
      lead: words.lead + [gain?.words].compactMap(\.self), hasRemarks: !words.remarks.isEmpty,
      remarks: words.remarks,
      isAsked: !evaluation.queryCounts.isEmpty,
      reports: Format.count(subject.reports, "report"),
      clusters: Format.count(subject.clusters, "campaign"),
      techniques: Format.count(subject.techniques, "live technique"),
      queries: Format.count(evaluation.queryCounts.values.reduce(0, +), "question"),
      recall: evaluation[.product].map { Format.decimal($0.metrics.recallAt20, 4) } ?? "",
      orders: OrderWorth(evaluation)?.sentences,
      relations: words.relations.map { Relations(words: $0) })
  }

  private var exhibits: [String: Exhibit] {
    let tables = EvaluationTables(findings: findings)
    let figures = EvaluationFigures(evaluation: findings.evaluation)
    return [
      "recall": .figure(figures.recall), "found": .table(tables.found),
      "told": .table(tables.told), "ahead": .table(tables.ahead), "sizes": .table(tables.sizes),
      "calibration": .figure(figures.calibration), "bins": .table(tables.bins),
      "scores": .table(tables.scores), "goals": .table(tables.goals),
      "absences": .table(tables.absences),
      "replication": .table(tables.replication), "chance": .table(tables.chance),
    ]
  }
}

extension EvaluationMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .texts("lead", \.lead),
    .flag("hasRemarks", \.hasRemarks),
    .texts("remarks", \.remarks),
    .flag("isAsked", \.isAsked),
    .text("reports", \.reports),
    .text("clusters", \.clusters),
    .text("techniques", \.techniques),
    .text("queries", \.queries),
    .text("recall", \.recall),
    .text("orders", \.orders),
    .item("relations", \.relations),
  ]
}

extension EvaluationMaker.Relations: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("words", \.words)
  ]
}
