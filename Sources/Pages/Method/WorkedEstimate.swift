import Attack
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
  let technique: Index<Technique>
  let partner: Index<Technique>

  /// The values for the template; all texts.
  struct Contents: Sendable {
    let holders: String
    let effective: String
    let doubt: String
    let rest: String
    let citing: String
    let citingShare: String
    let baseRateSum: String
    let baseRate: String
    let raw: String
    let largest: [Term]
    let shown: String
    let knots: String?
    let times: String
    let score: String
    let reach: String
    let low: String
    let high: String
  }

  /// A report's share of the say.
  struct Term: Sendable {
    let report: String
    let points: String
    let reason: String
  }

  var contents: Contents {
    let vote = estimate.vote
    let says = calibrated.says(of: partner, in: vote)
    let citing = says.reduce(0) { $0 + $1.share }
    let (baseRate, raw) = (vote.baseRates[partner], vote.probabilities[partner])
    let bounds = estimate.bounds(of: partner)
    let size = Format.decimal(vote.effectiveSize, 1)
    return Contents(
      holders: Format.count(corpus.totals[technique], "report"),
      effective: size,
      doubt: "30 / (30 + \(size)) = \(Format.decimal(30 / (30 + vote.effectiveSize), 3))",
      rest: Format.decimal(vote.shares.rest, 4),
      citing: Format.count(says.count, "report"), citingShare: Format.decimal(citing, 4),
      baseRateSum: "(\(corpus.totals[partner]) + 0.5) / (\(corpus.count) + 1)",
      baseRate: Format.decimal(baseRate, 4),
      raw: "\(Format.decimal(citing, 4)) + \(Format.decimal(vote.shares.rest, 4)) × "
        + "\(Format.decimal(baseRate, 4)) = \(Format.decimal(raw, 4))",
      largest: says.prefix(2).map(term),
      shown: Format.finePercent(estimate.shown[partner]), knots: knots(around: raw),
      times: Format.decimal(estimate.times(partner), 1),
      score: Format.decimal(SuggestionOrder.telling.score(raw, baseRate: baseRate), 3),
      reach: Format.decimal(min(vote.effectiveSize, 30), 1),
      low: Format.percent(bounds.low), high: Format.percent(bounds.high))
  }

  private func term(_ say: CalibratedInference.Say) -> Term {
    let own = corpus.report(say.report)
    return Term(
      report: Link(own.title, to: own.path).markdown(at: PageLocation(PageKind.method.path)),
      points: Format.decimal(say.share * 100, 2), reason: ShareWords.reason(say))
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
    .text("effective", \.effective),
    .text("doubt", \.doubt),
    .text("rest", \.rest),
    .text("citing", \.citing),
    .text("citingShare", \.citingShare),
    .text("baseRateSum", \.baseRateSum),
    .text("baseRate", \.baseRate),
    .text("raw", \.raw),
    .items("largest", \.largest),
    .text("shown", \.shown),
    .text("knots", \.knots),
    .text("times", \.times),
    .text("score", \.score),
    .text("reach", \.reach),
    .text("low", \.low),
    .text("high", \.high),
  ]
}

extension WorkedEstimate.Term: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("report", \.report),
    .text("points", \.points),
    .text("reason", \.reason),
  ]
}
