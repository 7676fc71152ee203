import Measures
import Text

/// What the orders of suggestions are worth, by a site's own evaluation, in words.
struct OrderWorth: Sendable {
  let telling: RankingMetrics
  let likely: RankingMetrics
  /// How many suggestions out of ten one knows without asking.
  let common: (telling: String, likely: String)

  /// `nil` if nothing could be asked.
  init?(_ evaluation: Evaluation) {
    guard !evaluation.queryCounts.isEmpty, let telling = evaluation[.telling]?.metrics,
      let likely = evaluation[.likely]?.metrics
    else { return nil }
    self.telling = telling
    self.likely = likely
    common = (Self.ofTen(telling), Self.ofTen(likely))
  }

  /// One for each order.
  var sentences: String {
    "**Most telling first**: the first ten suggestions find \(found(telling)) of 100 hidden "
      + "techniques, and \(common.telling) of the ten are among the fifteen most reported. **Most "
      + "likely first**: they find \(found(likely)) of 100, and \(common.likely) of the ten are."
  }

  /// One for both, for the front page.
  var sentence: String {
    "In a test, the first ten suggestions found \(found(telling)) of 100 hidden techniques. Only "
      + "\(common.telling) of these ten are among the fifteen most reported techniques, which anyone "
      + "would look for. If the most likely came first, it would be \(common.likely)."
  }

  private func found(_ metrics: RankingMetrics) -> String {
    Format.decimal(metrics.recallAt10 * 100, 0)
  }

  private static func ofTen(_ metrics: RankingMetrics) -> String {
    Format.decimal(metrics.commonAt10 * 10, 1)
  }
}
