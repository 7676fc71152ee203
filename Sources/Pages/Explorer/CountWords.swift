package import Attack
package import Measures
import Text

/// Plain counts beside a chance, in words: what the reports say when each counts as one.
package enum CountWords {
  /// `68 of 156 reports that cite what was seen`, `4 of 4 reports that cite all three; 9 of 17 that cite two`;
  /// without anything seen, of all reports.
  package static func counts(_ counts: EvidenceCounts, of technique: Index<Technique>) -> String {
    let all = counts.evidence.count
    let held = counts.reports
    let first =
      held[all] == 0
      ? "no report cites \(allSeen(all))"
      : "\(Format.count(counts.together[all][technique])) of "
        + Format.count(held[all], "report") + citing(all)
    guard all > 1, let part = (1..<all).last(where: { held[$0] > 0 }) else { return first }
    return "\(first); \(Format.count(counts.together[part][technique])) of "
      + "\(Format.count(held[part])) that cite \(inWords(part))"
  }

  /// All of so many techniques seen: `it`, `both`, `all three`.
  package static func allOfIt(_ count: Int) -> String {
    switch count {
    case 1: "it"
    case 2: "both"
    default: "all \(inWords(count))"
    }
  }

  private static func citing(_ count: Int) -> String {
    count == 0 ? "" : " that cite \(allSeen(count))"
  }

  /// The same below another technique, which `it` would mean.
  private static func allSeen(_ count: Int) -> String {
    count == 1 ? "what was seen" : allOfIt(count)
  }

  private static func inWords(_ count: Int) -> String {
    let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return (1...words.count).contains(count) ? words[count - 1] : Format.count(count)
  }
}
