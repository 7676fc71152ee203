package import Attack
package import Corpora
import Text

/// Whether reports beside ATT&CK's make the suggestions better, asked of ATT&CK's reports alone.
///
/// Five folds of all reports, campaign clusters whole, so that no report that is nearly the same as the asked one is learnt
/// from. Each fold's reports of ATT&CK are asked twice: learning from the others of ATT&CK, and from all others.
package struct EvidenceGain: Codable, Equatable, Sendable {
  /// The reports beside ATT&CK's, and those of ATT&CK that are asked.
  package let others: Int
  package let asked: Int
  package let queries: Int
  /// Of the hidden techniques the share among the first ten, the most telling first.
  package let without: Double
  package let with: Double
  /// 95 % of what the others add, by drawing campaign clusters.
  package let gain: ClosedRange<Double>

  /// - Parameters:
  ///   - training: the reports that count.
  ///   - isAsked: for each whether ATT&CK cites it.
  package init(_ training: TrainingSet, isAsked: [Bool]) async {
    var (sizes, clusters) = ([Int](), [Int]())
    var (without, with) = ([Double](), [Double]())
    for split in EvaluationSplit.folds(training) {
      let asked = Dictionary(zip(training.keys, isAsked)) { first, _ in first }
      let testing = split.testing.only(
        split.testing.keys.indices.filter { asked[split.testing.keys[$0]] ?? false })
      let alone = split.training.only(
        split.training.keys.indices.filter { asked[split.training.keys[$0]] ?? false })
      let queries = HeldOutQuery.bySize(testing, reports: Array(testing.rows.indices))
        .flatMap(\.self)
      without += await Self.recall(queries, learningFrom: alone)
      with += await Self.recall(queries, learningFrom: split.training)
      sizes += queries.map(\.evidence.count)
      clusters += queries.map { testing.clusters[$0.report] }
    }
    let draws = QueryDraws(bootstrap: ClusterBootstrap(clusters: clusters), sizes: sizes)
    asked = isAsked.count { $0 }
    others = isAsked.count - asked
    queries = sizes.count
    self.without = SizeMean(without, sizes: sizes).value
    self.with = SizeMean(with, sizes: sizes).value
    gain = await draws.interval(zip(with, without).map { $0 - $1 })
  }

  /// Of each query the share of what was hidden that is among the first ten.
  private static func recall(
    _ queries: [HeldOutQuery], learningFrom training: TrainingSet
  ) async -> [Double] {
    let model = VoteModel(training, TechniqueProfiles(training))
    return await concurrentMap(queries.count) { number in
      let query = queries[number]
      let first = Set(
        SuggestionOrder.telling.ranking(model.infer(query.evidence)).prefix(10))
      return Double(query.hidden.count(where: first.contains)) / Double(query.hidden.count)
    }
  }
}

extension EvidenceGain {
  /// Every question is put to every row.
  private static let mostRows = 20_000

  /// Of the reports of a corpus that count; `nil` where all are ATT&CK's, none is, or there are too many rows.
  package init?(
    _ corpus: Corpus, _ counted: Corpus.Selection, ids: IndexedList<Technique, String>
  ) async {
    let isAsked = counted.reports.map { corpus.reports[$0].origin == .attack }
    guard isAsked.contains(true), isAsked.contains(false), isAsked.count <= Self.mostRows else {
      return nil
    }
    await self.init(TrainingSet(corpus, counted, ids: ids), isAsked: isAsked)
  }
}
