/// Whether more is found where the reports that hold what was looked for and not found have less say.
///
/// Of each query's first twenty suggestions one or three are looked for. What the report holds of them
/// is seen too; the others are told to be absent, and are no candidates, with the rule or without.
package struct AbsenceTrial: Codable, Equatable, Sendable {
  /// For each number of techniques looked for the orders; none where nothing could be asked.
  package let rows: [Row]

  package struct Row: Codable, Equatable, Sendable {
    /// How many suggestions were looked for.
    package let looked: Int
    package let order: SuggestionOrder
    /// Queries in which at least one of them was absent.
    package let queries: Int
    /// With every report's say as it is: what is done.
    package let plain: Figures
    /// With less say for reports that hold what was absent.
    package let doubting: Figures
    /// 95 % of what the latter has more in recall@20, by drawing campaign clusters.
    package let recallAdvantage: ClosedRange<Double>
    /// The same of surprise-weighted recall@10.
    package let surpriseAdvantage: ClosedRange<Double>
  }

  package struct Figures: Codable, Equatable, Sendable {
    package let recallAt20: Double
    package let surpriseRecallAt10: Double
    /// Over the twenty that stand first.
    package let error: Double
  }

  init(_ outcomes: [HuntOutcome]) async {
    var rows: [Row] = []
    for looked in HuntQuery.looked {
      let own = outcomes.filter { $0.looked == looked }
      guard !own.isEmpty else { continue }
      let draws = QueryDraws(
        bootstrap: ClusterBootstrap(clusters: own.map(\.cluster)), sizes: own.map(\.size))
      for (index, order) in SuggestionOrder.allCases.enumerated() {
        rows.append(await Row(own, draws, looked: looked, order: order, index: index))
      }
    }
    self.rows = rows
  }
}

extension AbsenceTrial.Row {
  /// - Parameters:
  ///   - outcomes: of that many techniques looked for.
  ///   - draws: of their campaigns.
  ///   - looked: how many that is.
  ///   - order: the order that is measured.
  ///   - index: where it stands among the answers.
  fileprivate init(
    _ outcomes: [HuntOutcome], _ draws: QueryDraws, looked: Int, order: SuggestionOrder, index: Int
  ) async {
    self.looked = looked
    self.order = order
    queries = outcomes.count
    let (plain, doubting) = (
      outcomes.map { $0.answers[index].plain }, outcomes.map { $0.answers[index].doubting }
    )
    self.plain = AbsenceTrial.Figures(plain, draws.sizes)
    self.doubting = AbsenceTrial.Figures(doubting, draws.sizes)
    let (more, less) = (doubting.map(\.metrics), plain.map(\.metrics))
    recallAdvantage = await draws.advantage(more, less, \.recallAt20)
    surpriseAdvantage = await draws.advantage(more, less, \.surpriseRecallAt10)
  }
}

extension AbsenceTrial.Figures {
  fileprivate init(_ answers: [HuntOutcome.Answer], _ sizes: [Int]) {
    recallAt20 = SizeMean(answers.map(\.metrics.recallAt20), sizes: sizes).value
    surpriseRecallAt10 = SizeMean(answers.map(\.metrics.surpriseRecallAt10), sizes: sizes).value
    error = CalibrationReport.error(answers.map(\.shown), most: CalibrationReport.top).value
  }
}
