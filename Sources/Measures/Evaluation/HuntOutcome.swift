import Attack

/// What the vote made of a question after a hunt, as it is, and with less say for the reports that
/// hold what was not found.
struct HuntOutcome: Sendable {
  let looked: Int
  /// The campaign cluster of the report that was tested.
  let cluster: Int
  /// How many techniques were shown before the hunt.
  let size: Int
  /// In the order of `SuggestionOrder`, as it is and with less say.
  let answers: [(plain: Answer, doubting: Answer)]

  /// One ranking, in which what was not found has no place.
  struct Answer: Sendable {
    let metrics: RankingMetrics
    /// Of the twenty that stand first.
    let shown: Forecast
  }

  /// - Parameters:
  ///   - hunt: that is asked.
  ///   - cluster: of the report that asks.
  ///   - vote: before the hunt.
  ///   - contest: the methods.
  init(_ hunt: HuntQuery, cluster: Int, after vote: ReportVote, _ contest: MethodComparison) {
    looked = hunt.looked
    self.cluster = cluster
    size = vote.evidence.count
    let evidence = hunt.query.evidence
    let plain = evidence == vote.evidence ? vote : contest.model.infer(evidence)
    let doubting = contest.model.infer(evidence, doubting: hunt.absent)
    answers = SuggestionOrder.allCases.map { order in
      (
        Answer(plain, in: order, to: hunt, contest), Answer(doubting, in: order, to: hunt, contest)
      )
    }
  }
}

extension HuntOutcome.Answer {
  fileprivate init(
    _ vote: ReportVote, in order: SuggestionOrder, to hunt: HuntQuery, _ contest: MethodComparison
  ) {
    let query = hunt.query
    metrics = RankingMetrics(
      scores: order.scores(vote), evidence: query.evidence + hunt.absent, hidden: query.hidden,
      base: contest.base)
    shown = Forecast(
      contest.calibration.shown(vote),
      ranking: Array(order.ranking(vote, without: hunt.absent).prefix(CalibrationReport.top)),
      hidden: Set(query.hidden))
  }
}
