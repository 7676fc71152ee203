import Attack
import Corpora
import Pages
import Records
import Text

extension InferenceAnswer {
  /// The hunt plan, as Markdown to be pasted into a ticket: one task per technique, with why, where and
  /// who says so; what cannot be seen last, and what comes before an intrusion in a line of its own.
  ///
  /// `gaps` says where what is not covered comes; `nil` leaves the order.
  func markdown(_ gaps: GapOrder?) -> String {
    let tasks = candidates.filter { !$0.isBefore }
    let isSeen = visible.places.map { held.names.isEmpty || !$0.isEmpty }
    let sorted = Self.sorted(tasks, gaps)
    let order = sorted.filter { isSeen[$0] } + sorted.filter { !isSeen[$0] }
    let lines = order.enumerated().map { task($0 + 1, tasks[$1], at: $1) }
    let seen = isSeen.count { $0 }
    let look = lookout(MarkdownText.escape).joined(separator: ". ")
    let before = candidates.filter(\.isBefore).map {
      MarkdownText.escape("\($0.technique.id) \($0.technique.name)")
    }
    let parts: [String] = [
      "# Hunt plan", tlp.map { "**\($0.title)**" } ?? "",
      "Seen: \(Format.list(evidence.map(Self.link))). \(MarkdownText.escape(base)).",
      absentWords(Self.link), look.isEmpty ? "" : "Where to look first: **\(look)**.",
      lines.prefix(seen).joined(separator: "\n"),
      seen < tasks.count ? "## Not visible with your \(sourceKind)s" : "",
      lines.dropFirst(seen).joined(separator: "\n"),
      before.isEmpty
        ? ""
        : "Also likely, but before an intrusion and so not visible on your systems: "
          + before.joined(separator: "; ") + ".",
      note,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The indices of tasks, those that are not covered first or last.
  private static func sorted(_ tasks: [Candidate], _ gaps: GapOrder?) -> [Int] {
    guard let gaps else { return Array(tasks.indices) }
    let covered = tasks.indices.filter { tasks[$0].coverage == .covered }
    let open = tasks.indices.filter { tasks[$0].coverage != .covered }
    return gaps == .first ? open + covered : covered + open
  }

  private var seenWords: String {
    "Seen: \(Format.list(evidence.map(Self.link))). \(MarkdownText.escape(base))."
  }

  /// How far the plan may be passed on; empty where nothing says.
  private var marking: String { tlp.map { "**\($0.title)**" } ?? "" }

  private var note: String {
    """
    Each chance is calibrated, and its range is right about 9 times in 10. The usual is the chance \
    before anything was seen. Numbers count reports, not intrusions. Not reported does not mean absent. \
    “Where” is what ATT&CK names for \(platformNames(MarkdownText.escape)) or, if it names nothing there, \
    for the technique’s own platforms.
    """
  }

  private func task(_ rank: Int, _ candidate: Candidate, at index: Int) -> String {
    let reports = candidate.reports.prefix(2).map { Self.cited($0.report) }
    let sources = reports.isEmpty ? "" : "\n   - Reports: \(reports.joined(separator: "; "))"
    let covered = candidate.coverage.map { "\n   - Coverage: \($0.sign) \($0.words)" } ?? ""
    return "\(rank). [ ] **\(Self.link(candidate.technique))**\n   - Why: \(why(candidate))\n"
      + "   - Where: \(MarkdownText.escape(place(index)))" + covered + sources
  }

  private func why(_ candidate: Candidate) -> String {
    let range =
      "\(Format.decimal(candidate.low * 100, 0))–\(Format.decimal(candidate.high * 100, 0))"
    return "\(Format.percent(candidate.probability)) % likely (\(range) %), "
      + "\(Format.decimal(candidate.times, 1))× the usual "
      + "\(Format.percent(candidate.usual)) %; \(candidate.counts)"
  }

  private static func link(_ technique: InferenceModel.KnownTechnique) -> String {
    MarkdownText.link(
      "\(technique.id) \(technique.name)",
      AttackSite.address(of: technique.id, technique.definition))
  }

  /// Title, publisher and date, with its address.
  private static func cited(_ report: InferenceModel.KnownReport) -> String {
    let title =
      report.url.map { MarkdownText.link(report.title, $0) } ?? MarkdownText.escape(report.title)
    return [
      title, report.publisher.map(MarkdownText.escape), report.published,
      report.origin.map(MarkdownText.escape),
    ]
    .compactMap { $0 }.joined(separator: ", ")
  }
}
