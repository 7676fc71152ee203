package import Measures
import Pages
package import Text

/// What an evaluation found, for programs: `data/evaluation.json`, and what `evaluate` prints.
///
/// Every field is documented in the README.
package struct EvaluationRecord: Sendable {
  private let findings: EvaluationFindings
  private let releases: [String]
  private let laterReleases: [String]

  /// - Parameters:
  ///   - findings: what was found.
  ///   - releases: of what was learnt from.
  ///   - laterReleases: of what was tested, if it is another.
  ///   - gain: what reports beside ATT&CK's add; `nil` where that was not asked.
  package init(
    _ findings: EvaluationFindings, releases: [String], laterReleases: [String] = [],
    gain: EvidenceGain? = nil
  ) {
    self.findings = findings
    self.gain = gain
    self.releases = releases
    self.laterReleases = laterReleases
  }

  private let gain: EvidenceGain?

  package var json: JSONText {
    let (subject, evaluation) = (findings.subject, findings.evaluation)
    // Where no report names two techniques nothing was measured, which is not zero.
    let isMeasured = !evaluation.sizes.isEmpty
    return [
      "split": .code(subject.split.rawValue), "releases": .list(releases.map { .text($0) }),
      "later_releases": .list(laterReleases.map { .text($0) }),
      "reports": .integer(subject.reports), "asked": .integer(subject.asked),
      "clusters": .integer(subject.clusters), "techniques": .integer(subject.techniques),
      "queries": .list(
        evaluation.sizes.map {
          ["seen": .integer($0), "queries": .integer(evaluation.queryCounts[$0] ?? 0)]
        }),
      "methods": .list(isMeasured ? evaluation.methods.map(\.json) : []),
      "calibration": isMeasured ? calibration : .null,
      "popularity_calibration": isMeasured ? .object(evaluation.popularity.fields) : .null,
      "absences": .list(evaluation.absences.rows.map(\.json)),
      "goals": .list(isMeasured ? findings.goals.goals.map(\.json) : []),
      "relations": findings.relations?.json ?? .null,
      "other_reports": gain?.json ?? .null,
    ]
  }

  private var calibration: JSONText {
    let report = findings.evaluation.calibration
    let sizes = findings.evaluation.calibrationBySize.sorted { $0.key < $1.key }
    return .object(
      report.fields + [
        ("ece_top_20_telling", .number(findings.evaluation.tellingError.value)),
        (
          "by_size",
          .list(sizes.map { .object([(key: "seen", value: .integer($0))] + $1.fields) })
        ),
        ("bins", .list(report.topTwenty.bins.map(\.json))),
      ])
  }
}

extension CalibrationError.Bin {
  fileprivate var json: JSONText {
    ["answers": .integer(cases), "shown": .number(shown), "came_true": .number(cameTrue)]
  }
}

extension CalibrationReport {
  fileprivate var fields: [(key: String, value: JSONText)] {
    [
      ("ece", .number(overall.value)), ("ece_top_20", .number(topTwenty.value)),
      ("log_loss", .number(scores.logLoss)), ("brier", .number(scores.brier)),
    ]
  }
}

extension RankingMetrics {
  fileprivate var fields: [(key: String, value: JSONText)] {
    [
      ("recall_at_5", .number(recallAt5)), ("recall_at_10", .number(recallAt10)),
      ("recall_at_20", .number(recallAt20)), ("ndcg_at_20", .number(ndcgAt20)),
      ("mrr", .number(reciprocalRank)),
      ("surprise_recall_at_10", .number(surpriseRecallAt10)), ("common_at_10", .number(commonAt10)),
    ]
  }
}

extension Evaluation.Method {
  fileprivate var json: JSONText {
    .object(
      [(key: "method", value: .code(method.rawValue)), (key: "name", value: .text(method.name))]
        + metrics.fields + [
          ("recall_at_20_low", .number(recallInterval.lowerBound)),
          ("recall_at_20_high", .number(recallInterval.upperBound)),
          ("ahead_low", .number(advantage.lowerBound)),
          ("ahead_high", .number(advantage.upperBound)),
          ("surprise_ahead_low", .number(surpriseAdvantage.lowerBound)),
          ("surprise_ahead_high", .number(surpriseAdvantage.upperBound)),
          (
            "by_size",
            .list(
              metricsBySize.sorted { $0.key < $1.key }.map {
                .object([(key: "seen", value: .integer($0))] + $1.fields)
              })
          ),
        ])
  }
}

extension AbsenceTrial.Row {
  fileprivate var json: JSONText {
    [
      "looked_for": .integer(looked), "order": .code(order.rawValue), "queries": .integer(queries),
      "plain": plain.json, "less_say": doubting.json,
      "ahead_low": .number(recallAdvantage.lowerBound),
      "ahead_high": .number(recallAdvantage.upperBound),
      "surprise_ahead_low": .number(surpriseAdvantage.lowerBound),
      "surprise_ahead_high": .number(surpriseAdvantage.upperBound),
    ]
  }
}

extension AbsenceTrial.Figures {
  fileprivate var json: JSONText {
    [
      "recall_at_20": .number(recallAt20), "surprise_recall_at_10": .number(surpriseRecallAt10),
      "ece_top_20": .number(error),
    ]
  }
}

extension EvaluationGoals.Goal {
  fileprivate var json: JSONText {
    [
      "goal": .code(measure.rawValue), "bound": .number(bound), "value": .number(value),
      "met": .bool(isMet),
    ]
  }
}

extension RelationEvaluation {
  fileprivate var json: JSONText {
    [
      "replication": .list(
        ListingRule.allCases.compactMap { rule in
          replication.rates[rule].map { ["rule": .code(rule.rawValue), "rate": .number($0)] }
        }),
      "grades": .list(
        Grade.listed.map { grade in
          let (real, chance) = self.chance.pairs(grade)
          return [
            "grade": .text(grade.rawValue),
            "rate": replication.gradeRates[grade].map { .number($0) } ?? .null,
            "pairs": .integer(real), "by_chance": .number(chance),
          ]
        }),
      "shuffled_replication": chance.replication.map { .number($0) } ?? .null,
    ]
  }
}

extension JSONText {
  /// A name of ours in the words of JSON's keys: `over_factorization`, `normalized_pmi`.
  fileprivate static func code(_ name: String) -> JSONText {
    var text = ""
    var wasUpper = true
    for letter in name {
      if letter.isUppercase, !wasUpper { text += "_" }
      wasUpper = letter.isUppercase
      text += letter.lowercased()
    }
    return .text(text)
  }
}

extension EvidenceGain {
  /// Recall is that of the first ten, the most telling first.
  fileprivate var json: JSONText {
    [
      "others": .integer(others), "asked": .integer(asked), "queries": .integer(queries),
      "recall_10_without": .number(without), "recall_10_with": .number(with),
      "low": .number(gain.lowerBound), "high": .number(gain.upperBound),
    ]
  }
}
