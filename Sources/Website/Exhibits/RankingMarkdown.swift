import Measures
import Pages
import Text

/// Writes what to look for besides a technique as a table, and below it what is common anyway.
struct RankingMarkdown {
  let location: PageLocation

  func write(_ ranking: Ranking, to text: inout ByteWriter) {
    text.put(
      """
      | | technique | share | 95 % | times expected | | reports with both |
      |--:|---|--:|--:|--:|---|--:|

      """)
    for (rank, entry) in ranking.entries.enumerated() { write(entry, rank + 1, to: &text) }
    guard !ranking.common.isEmpty else { return }
    text.put("\nCommon in any intrusion: ")
    for (number, entry) in ranking.common.enumerated() {
      if number > 0 { text.put(", ") }
      text.link(entry.id, entry.name, location.href(entry.path))
      text.put(" ")
      if entry.support != .words {
        text.percent(entry.share)
        text.put(text: " % (\(Format.times(entry.ratio)) expected) ")
      }
      writeCount(entry, to: &text)
    }
    text.put(".\n")
  }

  private func write(_ entry: Ranking.Entry, _ rank: Int, to text: inout ByteWriter) {
    text.put("| ")
    text.integer(rank)
    text.put(" | ")
    text.link(entry.id, entry.name, location.href(entry.path))
    text.put(" | ")
    if entry.support == .words {
      text.put(" |  |  |  | ")
    } else {
      text.percent(entry.share)
      text.put(" % | ")
      if let interval = entry.interval { text.range(interval.low, interval.high) }
      text.put(text: " | \(Format.times(entry.ratio)) | \(sign(entry.grade)) | ")
    }
    writeCount(entry, to: &text)
    text.put(" |\n")
  }

  private func sign(_ grade: Grade?) -> String {
    switch grade {
    case .firm: "● firm"
    case .possible: "○ possible"
    default: ""
    }
  }

  /// `12 of 185`, leading to the reports.
  private func writeCount(_ entry: Ranking.Entry, to text: inout ByteWriter) {
    text.link("\(entry.together) of \(entry.base)", location.href(entry.allPath))
    if let coverage = entry.coverage { text.put(text: " \(coverage.sign)") }
    if let origins = entry.origins { text.put(text: " (\(MarkdownText.escape(origins)))") }
  }
}
