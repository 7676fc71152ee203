import Corpora
import Measures
import Pages

extension EvaluationAnswer {
  /// The answer for programs; every field is told in the README.
  var json: String {
    let value: JSONText = [
      "split": .text(trial.split.rawValue), "releases": .list(trial.releases.map { .text($0) }),
      "later_releases": .list(trial.laterReleases.map { .text($0) }),
      "reports": .integer(trial.training.keys.count), "asked": .integer(trial.asked.keys.count),
      "clusters": .integer(trial.training.clusterCount),
      "techniques": .integer(trial.training.ids.count),
      "queries": .list(
        evaluation.sizes.map {
          ["seen": .integer($0), "queries": .integer(evaluation.queryCounts[$0] ?? 0)]
        }),
      "methods": .list(evaluation.methods.map(\.json)),
      "calibration": calibration, "popularity_calibration": .object(evaluation.popularity.fields),
      "goals": .list(goals.goals.map(\.json)), "relations": relations?.json ?? .null,
    ]
    return value.compact
  }

  private var calibration: JSONText {
    let report = evaluation.calibration
    return .object(
      report.fields + [
        (
          "by_size",
          .list(
            evaluation.calibrationBySize.sorted { $0.key < $1.key }.map {
              .object([(key: "seen", value: .integer($0))] + $1.fields)
            })
        ),
        (
          "bins",
          .list(
            report.topTwenty.bins.map {
              [
                "answers": .integer($0.cases), "shown": .number($0.shown),
                "came_true": .number($0.cameTrue),
              ]
            })
        ),
      ])
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
    ]
  }
}

extension Evaluation.Method {
  fileprivate var json: JSONText {
    .object(
      [(key: "method", value: .text(method.rawValue)), (key: "name", value: .text(method.name))]
        + metrics.fields + [
          ("recall_at_20_low", .number(recallInterval.lowerBound)),
          ("recall_at_20_high", .number(recallInterval.upperBound)),
          ("ahead_low", .number(kernelAdvantage.lowerBound)),
          ("ahead_high", .number(kernelAdvantage.upperBound)),
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

extension EvaluationGoals.Goal {
  fileprivate var json: JSONText {
    [
      "goal": .text(measure.rawValue), "bound": .number(bound), "value": .number(value),
      "met": .bool(isMet),
    ]
  }
}

extension RelationEvaluation {
  fileprivate var json: JSONText {
    [
      "replication": .list(
        ListingRule.allCases.compactMap { rule in
          replication.rates[rule].map { ["rule": .text(rule.rawValue), "rate": .number($0)] }
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
