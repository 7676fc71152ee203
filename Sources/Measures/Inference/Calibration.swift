package import Attack
import Corpora
import Text

/// Shown probabilities: how often a raw one came true, for each size of evidence.
///
/// Every report asks about itself, without its campaign cluster: some of its techniques are shown,
/// and the others should come out. An ascending curve turns raw probabilities into hit rates.
package struct Calibration: Codable, Equatable, Sendable {
  /// For the evidence sizes 1, 2, 3 and 5; a size between belongs to the one below.
  package let curves: [CalibrationCurve]

  /// The sizes of evidence that have a curve of their own.
  package static let sizes = HeldOutQuery.sizes

  /// What was learnt before: a curve for each of `sizes`.
  package init(curves: [CalibrationCurve]) { self.curves = curves }

  package init(_ model: VoteModel) async {
    curves = Self.curves(await Self.pairs(model))
  }

  /// What the reports answer to themselves, by size of evidence.
  private static func pairs(_ model: VoteModel) async -> [ScoredPairs] {
    let asked = HeldOutQuery.bySize(model.training, reports: askedReports(model.training))
    var answers = await model.answers(to: asked.flatMap(\.self))[...]
    return asked.map { queries in
      defer { answers = answers.dropFirst(queries.count) }
      return ScoredPairs(queries: Array(answers.prefix(queries.count)))
    }
  }

  /// The curve for that many techniques of evidence.
  package func curve(evidence count: Int) -> CalibrationCurve {
    curves[Self.index(evidence: count)]
  }

  /// The shown probability of every technique.
  package func shown(_ vote: ReportVote) -> IndexedList<Technique, Double> {
    let curve = curve(evidence: vote.evidence.count)
    return vote.probabilities.mapValues { curve($0) }
  }

  /// Which size of evidence, and so which curve, applies to that many techniques.
  private static func index(evidence count: Int) -> Int {
    sizes.lastIndex { $0 <= max(count, 1) } ?? 0
  }

  /// All reports; in a large corpus some of them, by a hash of their keys.
  ///
  /// Where even these are too many, some of them in equal steps from short reports to long ones: how many are long
  /// decides how often anything is hit, and would be left to chance.
  package static func askedReports(_ training: TrainingSet) -> [Int] {
    let rows = training.rows
    let candidates = training.sample(LargeCorpus.learningCount(ofRows: rows.count))
    let count = LargeCorpus.askedCount(ofRows: rows.count)
    guard count < candidates.count else { return candidates }
    let byLength = candidates.sorted { (rows[$0].count, $0) < (rows[$1].count, $1) }
    return (0..<count).map { byLength[(2 * $0 + 1) * byLength.count / (2 * count)] }.sorted()
  }
}

extension Calibration {
  /// A size with too few hits takes the pairs of all sizes.
  static func curves(_ pairs: [ScoredPairs]) -> [CalibrationCurve] {
    let all = ScoredPairs(queries: pairs.flatMap(\.queries))
    return pairs.map { own in
      let hits = own.hitProbabilities
      return hits.count < fewestHits
        ? curve(all, all.hitProbabilities) : curve(own, hits)
    }
  }

  private static func curve(_ pairs: ScoredPairs, _ hits: [Double]) -> CalibrationCurve {
    guard !hits.isEmpty else { return CalibrationCurve(knots: []) }
    let binCount = max(2, min(mostBins, hits.count / hitsPerBin))
    return CalibrationCurve(pairs.bins(edges: quantiles(hits, parts: binCount)))
  }

  /// The inner bounds of that many equal parts of ascending numbers, without repeats.
  static func quantiles(_ ascending: [Double], parts: Int) -> [Double] {
    var edges: [Double] = []
    for part in 1..<parts {
      let position = (ascending.count - 1) * part
      let (index, rest) = position.quotientAndRemainder(dividingBy: parts)
      let low = ascending[index]
      let high = rest == 0 ? low : ascending[index + 1]
      let edge = low + (high - low) * (Double(rest) / Double(parts))
      if edges.last != edge { edges.append(edge) }
    }
    return edges
  }

  private static let fewestHits = 75
  private static let hitsPerBin = 25
  private static let mostBins = 40
}
