import Corpora
import Measures
import Text

/// One estimate of this site, with the numbers in between.
///
/// Given the first technique of the worked pair, how likely is the second?
struct WorkedEstimate: Sendable {
  let corpus: CountedCorpus
  let calibrated: CalibratedInference
  let estimate: Estimate
  let technique: Int
  let partner: Int

  /// The values for the template; all texts.
  struct Contents: Sendable {
    let holders: String
    let relatives: String?
    let totalWeight: String
    let citing: String
    let citingWeight: String
    let baseRateSum: String
    let baseRate: String
    let rawSum: String
    let raw: String
    let largest: [Term]
    let shown: String
    let knots: String?
    let effective: String
    let low: String
    let high: String
  }

  /// A report's share of the raw value.
  struct Term: Sendable {
    let report: String
    let points: String
    let techniques: String
  }

  var contents: Contents {
    let inference = estimate.inference
    let terms = calibrated.explanation(of: partner, in: inference)
    let all = inference.totalWeight + inference.smoothing
    let citing = terms.reduce(0) { $0 + $1.term } * all
    let (baseRate, raw) = (inference.baseRates[partner], inference.probabilities[partner])
    let bounds = estimate.bounds(of: partner)
    let holders = corpus.reportsOfTechnique[technique].count
    let relatives = inference.weights.count { $0 > 0 } - holders
    return Contents(
      holders: Format.count(holders, "report"),
      relatives: relatives > 0 ? Format.count(relatives, "report") : nil,
      totalWeight: Format.decimal(inference.totalWeight, 4),
      citing: Format.count(terms.count, "report"), citingWeight: Format.decimal(citing, 4),
      baseRateSum:
        "(\(corpus.reportsOfTechnique[partner].count) + 0.5) / (\(corpus.count) + 1)",
      baseRate: Format.decimal(baseRate, 4),
      rawSum:
        "(\(Format.decimal(citing, 4)) + 0.1 × \(Format.decimal(baseRate, 4))) / "
        + "(\(Format.decimal(inference.totalWeight, 4)) + 0.1)",
      raw: Format.decimal(raw, 4), largest: terms.prefix(2).map(term),
      shown: Format.finePercent(estimate.shown[partner]), knots: knots(around: raw),
      effective: Format.decimal(min(inference.effectiveSize, 30), 1),
      low: Format.percent(bounds.low), high: Format.percent(bounds.high))
  }

  private func term(_ report: Int, _ term: Double) -> Term {
    let own = corpus.report(report)
    return Term(
      report: Link(own.title, to: own.path).markdown(at: PageLocation(PageKind.method.path)),
      points: Format.decimal(term * 100, 2),
      techniques: Format.count(corpus.whole.techniquesOfReport[report].count, "technique"))
  }

  /// `0.28 → 0.27 and 0.30 → 0.29`: the knots between which a raw value lies.
  private func knots(around raw: Double) -> String? {
    let knots = calibrated.calibration.curve(evidence: 1).knots
    guard let upper = knots.firstIndex(where: { $0.raw > raw }), upper > 0 else { return nil }
    return knots[(upper - 1)...upper].map {
      "\(Format.decimal($0.raw, 4)) → \(Format.decimal($0.shown, 4))"
    }.joined(separator: " and ")
  }
}

extension WorkedEstimate.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("holders", \.holders),
    .text("relatives", \.relatives),
    .text("totalWeight", \.totalWeight),
    .text("citing", \.citing),
    .text("citingWeight", \.citingWeight),
    .text("baseRateSum", \.baseRateSum),
    .text("baseRate", \.baseRate),
    .text("rawSum", \.rawSum),
    .text("raw", \.raw),
    .items("largest", \.largest),
    .text("shown", \.shown),
    .text("knots", \.knots),
    .text("effective", \.effective),
    .text("low", \.low),
    .text("high", \.high),
  ]
}

extension WorkedEstimate.Term: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("report", \.report),
    .text("points", \.points),
    .text("techniques", \.techniques),
  ]
}
