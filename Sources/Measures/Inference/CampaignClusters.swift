package import Attack
package import Corpora
import Text

/// Reports of the same events: they must not count as evidence for each other.
///
/// Two reports are linked if their techniques are nearly the same (a Jaccard index of 4/5, five
/// techniques each), or if one actor cites both and they were published within thirty days. What
/// is linked through others is one cluster.
package struct CampaignClusters: Equatable, Sendable {
  /// For each row the first row of its cluster.
  package let labels: [Int]

  /// - Parameters:
  ///   - rows: the techniques of each report, in the order of the keys.
  ///   - actors: the actors that cite each report for anything.
  ///   - dates: when each was published; only whole dates link.
  package init(rows: [[Int]], actors: [[Index<Actor>]], dates: [PartialDate?]) {
    var sets = DisjointSets(count: rows.count)
    for (a, b) in Self.nearDuplicates(rows) { sets.link(a, b) }
    for (a, b) in Self.closeInTime(actors, dates.map { $0?.dayNumber }) { sets.link(a, b) }
    labels = rows.indices.map { sets.root(of: $0) }
  }

  /// How many clusters there are.
  package var count: Int { labels.indices.count { labels[$0] == $0 } }

  /// Pairs of reports of nearly the same techniques; in a large corpus, of the same ones.
  static func nearDuplicates(_ rows: [[Int]]) -> [(Int, Int)] {
    let large = rows.indices.filter { rows[$0].count >= fewestTechniques }
    guard rows.count <= LargeCorpus.fewestRows else {
      let alike = Dictionary(grouping: large) { rows[$0] }
      return alike.values.flatMap { group in group.dropFirst().map { (group[0], $0) } }
    }
    let techniqueCount = (rows.lazy.joined().max() ?? -1) + 1
    var holders: [[Int]] = Array(repeating: [], count: techniqueCount)
    // For each report the techniques that it shares with the one at hand.
    var shared = Array(repeating: 0, count: rows.count)
    var pairs: [(Int, Int)] = []
    for report in large {
      var others: [Int] = []
      for technique in rows[report] {
        for other in holders[technique] {
          if shared[other] == 0 { others.append(other) }
          shared[other] += 1
        }
        holders[technique].append(report)
      }
      for other in others {
        let all = rows[report].count + rows[other].count - shared[other]
        if 5 * shared[other] >= 4 * all { pairs.append((other, report)) }
        shared[other] = 0
      }
    }
    return pairs
  }

  /// Neighbours in time among the reports of one actor.
  private static func closeInTime(
    _ actors: [[Index<Actor>]], _ days: [Int?]
  ) -> [(Int, Int)] {
    var dated: [Index<Actor>: [(day: Int, report: Int)]] = [:]
    for (report, day) in days.enumerated() {
      guard let day else { continue }
      for actor in actors[report] { dated[actor, default: []].append((day, report)) }
    }
    return dated.values.flatMap { reports in
      let sorted = reports.sorted { ($0.day, $0.report) < ($1.day, $1.report) }
      return zip(sorted, sorted.dropFirst())
        .filter { $1.day - $0.day <= mostDays }
        .map { ($0.report, $1.report) }
    }
  }

  private static let fewestTechniques = 5
  private static let mostDays = 30
}

/// Where nothing may be quadratic in reports any more.
enum LargeCorpus {
  /// More rows than this make a large corpus.
  static let fewestRows = 5_000
  /// How many of so many rows profiles are learnt from for those that ask about themselves, and those are taken from.
  static func learningCount(ofRows rows: Int) -> Int { rows > fewestRows ? sampleSize : rows }

  /// How many of so many rows ask about themselves, each of them all rows: fewer, the more rows there are, but
  /// enough to fill the bins of the curves.
  static func askedCount(ofRows rows: Int) -> Int {
    rows > fewestRows ? max(fewestAsked, min(sampleSize, mostAnswers / rows)) : rows
  }

  private static let sampleSize = 2_000
  private static let mostAnswers = 40_000_000
  private static let fewestAsked = 200
}

extension PartialDate {
  /// Days from a fixed one on, in the Gregorian calendar; `nil` if only month or year are known.
  fileprivate var dayNumber: Int? {
    guard let month, let day else { return nil }
    return GregorianCalendar.dayNumber(year, month, day)
  }
}
