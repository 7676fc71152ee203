import Corpora
import Text

extension VoteModel {
  /// What it answers to each query without the campaign of the report that asks.
  ///
  /// The profiles are learnt without a tenth of the campaigns, that of the report among them.
  func answers(to queries: [HeldOutQuery]) async -> [ScoredPairs.Query] {
    let omissions = training.omissions
    let groups = training.clusterHashes.map { Int($0 / 5 % UInt64(Self.groupCount)) }
    let profiles = await profiles(without: groups)
    let indicesOfGroup = queries.grouped(Self.groupCount) { [groups[$0.report]] }
    var answers = [ScoredPairs.Query?](repeating: nil, count: queries.count)
    for (indices, profiles) in zip(indicesOfGroup, profiles) where !indices.isEmpty {
      let likeness = ReportLikeness(profiles, rows: training.rows)
      let own = await concurrentMap(indices.count) { index in
        let query = queries[indices[index]]
        let vote = infer(
          query.evidence, omitting: omissions[query.report], likeness: likeness)
        return ScoredPairs.Query(vote.probabilities, to: query)
      }
      for (index, answer) in zip(indices, own) { answers[index] = answer }
    }
    return answers.compactMap(\.self)
  }

  /// Learnt without each group of rows in turn.
  private func profiles(without groups: [Int]) async -> [TechniqueProfiles] {
    let training = training
    let learning = training.sample(LargeCorpus.learningCount(ofRows: training.rows.count))
    return await concurrentMap(Self.groupCount) { group in
      TechniqueProfiles(training, reports: learning.filter { groups[$0] != group })
    }
  }

  private static let groupCount = 10
}
