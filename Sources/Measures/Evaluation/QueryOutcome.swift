import Attack
import Text

/// What the methods made of one query.
struct QueryOutcome: Sendable {
  /// The campaign cluster of the report that was tested.
  let cluster: Int
  /// How many techniques were shown.
  var size: Int { query.evidence.count }
  /// By method, in the order of `EvaluatedMethod`.
  let metrics: [RankingMetrics]
  /// What was shown, the most likely first.
  let shown: Forecast
  /// The same of the twenty that tell most.
  let mostTelling: Forecast
  /// What was made of it after a hunt, for each number of techniques looked for where any was absent.
  let hunts: [HuntOutcome]
  private let query: HeldOutQuery
  private let base: BaseRates

  /// - Parameters:
  ///   - query: that a report of the test asks.
  ///   - testing: those reports.
  ///   - contest: the methods.
  init(_ query: HeldOutQuery, of testing: TrainingSet, _ contest: MethodComparison) {
    let cluster = testing.clusters[query.report]
    self.cluster = cluster
    self.query = query
    base = contest.base
    let vote = contest.model.infer(query.evidence)
    let base = contest.base
    let metrics = { (scores: IndexedList<Technique, Double>) in
      RankingMetrics(scores: scores, evidence: query.evidence, hidden: query.hidden, base: base)
    }
    self.metrics =
      [SuggestionOrder.telling, .likely].map { metrics($0.scores(vote)) }
      + contest.baselines.map { seeds in
        .mean(seeds.map { metrics($0.scores(query.evidence)) })
      }
    let probabilities = contest.calibration.shown(vote)
    let hidden = Set(query.hidden)
    let telling = Array(SuggestionOrder.telling.ranking(vote).prefix(CalibrationReport.top))
    shown = Forecast(
      probabilities, ranking: SuggestionOrder.likely.ranking(vote), hidden: hidden)
    mostTelling = Forecast(probabilities, ranking: telling, hidden: hidden)
    hunts = HuntQuery.looked.compactMap { looked in
      HuntQuery(query, among: telling, looked: looked, of: testing).map {
        HuntOutcome($0, cluster: cluster, after: vote, contest)
      }
    }
  }

  /// Of the base rates alone; made when it is asked for, as every query would keep nearly the same.
  var baseRates: Forecast {
    let known = Set(query.evidence)
    return Forecast(
      base.rates, ranking: base.ranking.filter { !known.contains($0) }, hidden: Set(query.hidden))
  }
}
