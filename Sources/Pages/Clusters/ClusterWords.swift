import Measures
import Text

/// The words about a cluster that several pages share.
struct ClusterWords {
  private let cluster: TechniqueCluster

  init(_ entry: ClusterCatalogue.Entry) { cluster = entry.cluster }

  /// `7 techniques`.
  var size: String { Format.count(cluster.members.count, "technique") }

  /// `together 4.1 times as often as expected`.
  var ratio: String { "together \(times) times as often as expected" }

  /// `4.1`.
  var times: String { Format.decimal(cluster.pooledRatio, 1) }

  /// `0.61`, cut so that what is not yet stable does not read as if it were.
  var stability: String {
    cluster.stability.map { Format.decimal(($0 * 100).rounded(.down) / 100, 2) } ?? "–"
  }

  /// `stable`, `loose` or `fragile`.
  var word: String? { cluster.stability.map { Stability($0).rawValue } }

  /// `0.61, stable`.
  var verdict: String { word.map { "\(stability), \($0)" } ?? stability }

  /// A triple's warning.
  static let small = "small: may be chance"
}

extension ClusterWords {
  /// The ratio of a pair: `**at least 3.0×**` where firm; Markdown.
  static func mark(_ pair: Association) -> String {
    let words = Format.times(pair.ratio.ratio, atLeast: pair.ratio.lower, pair.grade)
    return pair.grade == .firm ? "**\(words)**" : words
  }
}
