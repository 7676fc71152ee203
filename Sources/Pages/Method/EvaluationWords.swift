import Measures
import Text

/// The results of an evaluation in sentences of Markdown.
struct EvaluationWords {
  let findings: EvaluationFindings
  private var evaluation: Evaluation { findings.evaluation }

  /// How useful it is to somebody who hunts.
  var lead: [String] {
    guard let product = evaluation[.product], !evaluation.queryCounts.isEmpty else { return [] }
    let popular = evaluation[.popularity]?.metrics.recallAt20 ?? 0
    return [
      "**Looking for the first twenty suggestions finds \(ofHundred(product.metrics.recallAt20)) of "
        + "100 techniques that were hidden** (\(Self.hundreds(product.recallInterval))). Looking for "
        + "the twenty most reported finds \(ofHundred(popular)).",
      "**The percentages can be believed**: among the first twenty answers they are off by "
        + "\(points(evaluation.calibration.topTwenty.value)) on average.",
    ] + [replication].compactMap(\.self)
  }

  private var replication: String? {
    guard let relations = findings.relations,
      let rate = relations.replication.rates[.standingOut],
      let share = relations.chance.chanceShare(.firm)
    else { return nil }
    return "**What stands out comes back**: of 100 partners that one half of the reports lists, "
      + "\(ofHundred(rate)) are above the expected in the other half too. Of the firm pairs, "
      + "\(Format.percent(share)) % would be chance."
  }

  var relations: String? {
    guard let relations = findings.relations else { return nil }
    let graded = Grade.listed.compactMap { grade -> String? in
      guard let share = relations.chance.chanceShare(grade) else { return nil }
      let (real, chance) = relations.chance.pairs(grade)
      return "\(Format.count(real)) pairs are \(grade.rawValue), and "
        + "\(Format.decimal(chance, 0)) would be by chance (\(Format.percent(share)) %)"
    }
    guard !graded.isEmpty else { return "No pair stands out here, so there is nothing to test." }
    return graded.joined(separator: "; ") + "."
  }

  /// The caveats for this corpus.
  var remarks: [String] { [tooFew, behind, undecided].compactMap(\.self) }

  private var tooFew: String? {
    let reports = Format.count(findings.subject.reports, "report")
    if evaluation.queryCounts.isEmpty {
      return
        "\(reports): none is cited for two techniques, so nothing could be tested, and what the "
        + "numbers are worth is not known."
    }
    guard findings.subject.reports < Self.few else { return nil }
    return "**\(reports) are few**: the intervals are wide, and the next release may give other "
      + "figures. With few reports, simple methods do as well: the tables say which. This one is "
      + "still used, since it names the reports behind every chance."
  }

  private var behind: String? {
    let best = evaluation.best
    guard !best.isOurs, let own = evaluation[best], let product = evaluation[.product],
      !own.advantage.contains(0)
    else { return nil }
    return
      "**Here \(own.method.name) finds more**: \(Format.finePercent(own.metrics.recallAt20)) % "
      + "against \(Format.finePercent(product.metrics.recallAt20)) % among the first twenty."
  }

  private var undecided: String? {
    let close = evaluation.methods.filter {
      !$0.method.isOurs && $0.advantage.contains(0)
    }
    guard !close.isEmpty, !evaluation.queryCounts.isEmpty else { return nil }
    return "The difference to \(Format.list(close.map(\.method.name))) may be chance: its interval "
      + "includes 0."
  }

  /// Fewer reports than this are called few.
  private static let few = 1_000
}

extension EvaluationWords {
  /// `42.1 to 44.3 %`.
  static func percent(_ range: ClosedRange<Double>) -> String {
    "\(Format.finePercent(range.lowerBound)) to \(Format.finePercent(range.upperBound)) %"
  }

  private static func hundreds(_ range: ClosedRange<Double>) -> String {
    "95 %: \(Format.decimal(range.lowerBound * 100, 0)) to "
      + Format.decimal(range.upperBound * 100, 0)
  }

  private func ofHundred(_ share: Double) -> String { Format.decimal(share * 100, 0) }

  private func points(_ error: Double) -> String { "\(Format.decimal(error * 100, 1)) points" }
}
