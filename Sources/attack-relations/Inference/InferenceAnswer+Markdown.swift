import Text
import Attack
import Corpora
import Pages

extension InferenceAnswer {
  /// The hunt plan, as Markdown to be pasted into a ticket: one task per technique, with why and
  /// where.
  var markdown: String {
    let head = "# Hunt plan\n\nSeen: \(Format.list(evidence.map(Self.link))). \(base)."
    let look =
      lookout(MarkdownText.escape).map { "\n\nWhere to look first\(onPlatforms): **\($0)**." } ?? ""
    let tasks = candidates.enumerated().map { task($0 + 1, $1) }.joined()
    return head + look + "\n\n" + tasks + "\n" + note
  }

  private var note: String {
    """
    A chance is calibrated, and its range right about 9 times in 10; the usual is the chance before \
    anything was seen. Numbers count reports, not intrusions: what is not reported is not absent. Where to look is what ATT&CK names, on \
    \(platforms.names.isEmpty ? "every platform" : "the platforms of what was seen").
    """
  }

  private var onPlatforms: String {
    platforms.names.isEmpty ? "" : ", on " + Format.list(platforms.names.map(MarkdownText.escape))
  }

  private func task(_ rank: Int, _ candidate: Candidate) -> String {
    let reports = candidate.reports.prefix(3).map { Self.cited($0.report) }
    let sources = reports.isEmpty ? "" : "   - Says who: \(reports.joined(separator: "; "))\n"
    return "\(rank). [ ] **\(Self.link(candidate.technique))**\n   - Why: \(why(candidate))\n"
      + sources + traces(of: candidate).map { "   - Where: \($0)\n" }.joined()
  }

  private func why(_ candidate: Candidate) -> String {
    let range =
      "\(Format.decimal(candidate.low * 100, 0))–\(Format.decimal(candidate.high * 100, 0))"
    return "\(Format.percent(candidate.probability)) % likely (\(range) %), "
      + "\(Format.decimal(candidate.times, 1))× the usual "
      + "\(Format.percent(candidate.usual)) %; \(candidate.counts)"
  }

  /// Where it shows on the platforms of what was seen: one line per platform and component.
  private func traces(of candidate: Candidate) -> [String] {
    let groups = DetectionGroup.groups(of: platforms.filter(candidate.traces))
    guard groups.isEmpty else { return groups.map(Self.line) }
    return [
      candidate.traces.isEmpty ? "ATT&CK does not say" : "ATT&CK names nothing\(onPlatforms)"
    ]
  }

  private static func line(_ group: DetectionGroup) -> String {
    let sources = group.sources.filter { !$0.name.isEmpty }.map { source in
      let channels = source.channels.map(MarkdownText.escape).joined(separator: "; ")
      return MarkdownText.escape(source.name) + (channels.isEmpty ? "" : " (\(channels))")
    }
    return (group.platform.isEmpty ? "" : MarkdownText.escape(group.platform) + ": ")
      + MarkdownText.escape(group.component)
      + (sources.isEmpty ? "" : " in " + sources.joined(separator: ", "))
  }

  private static func link(_ technique: Technique) -> String {
    MarkdownText.link("\(technique.id) \(technique.name)", AttackSite.address(of: technique))
  }

  private static func cited(_ report: Report) -> String {
    let title = report.url.map { MarkdownText.link(report.title, $0) }
    let date = report.published.map { " (\($0))" } ?? ""
    return (title ?? MarkdownText.escape(report.title)) + date
  }
}
