import Attack
import Corpora
import Measures
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
    let isSeen = visible.places.map { !held.isTold || !$0.isEmpty }
    let sorted = Self.sorted(tasks, gaps)
    let unseen = sorted.filter { !isSeen[$0] }
    let look = lookout(MarkdownText.escape).joined(separator: ". ")
    let before = candidates.filter(\.isBefore).map {
      MarkdownText.escape("\($0.technique.id) \($0.technique.name)")
    }
    let sections =
      parts(of: sorted.filter { isSeen[$0] }, tasks)
      + (unseen.isEmpty ? [] : [("Not visible with your \(sourceKind)s", unseen)])
    let head: [String] = [
      "# Hunt plan", tlp.map { "**\($0.title)**" } ?? "",
      "Seen: \(Format.list(evidence.map(Self.link))). \(MarkdownText.escape(base)).",
      absentWords(Self.link), look.isEmpty ? "" : "Where to look first: **\(look)**.",
    ]
    let rest: [String] = [
      before.isEmpty
        ? ""
        : "Also likely, but before an intrusion and so not visible on your systems: "
          + before.joined(separator: "; ") + ".",
      chains, note,
    ]
    return (head + written(sections, tasks) + rest).filter { !$0.isEmpty }
      .joined(separator: "\n\n")
  }

  /// Some tasks by their place in the intrusion, each place under its heading; where nothing is known of the order of
  /// any, without headings.
  private func parts(
    of indices: [Int], _ tasks: [Candidate]
  ) -> [(heading: String, tasks: [Int])] {
    guard indices.contains(where: { tasks[$0].part.map { $0.place != .beside } ?? false }) else {
      return [("", indices)]
    }
    return [
      (IntrusionPart.Place.before, "May have come before"),
      (.beside, "Beside it"), (.after, "May come next"),
    ].map { place, heading in (heading, indices.filter { tasks[$0].part?.place == place }) }
      .filter { !$0.1.isEmpty }
  }

  /// Headings and tasks, which are numbered through.
  private func written(
    _ sections: [(heading: String, tasks: [Int])], _ tasks: [Candidate]
  ) -> [String] {
    var rank = 0
    return sections.flatMap { heading, indices -> [String] in
      let lines = indices.map { index in
        rank += 1
        return task(rank, tasks[index], at: index)
      }
      return [heading.isEmpty ? "" : "## \(heading)", lines.joined(separator: "\n")]
    }
  }

  /// How it may have begun and ended; empty where nothing is known of it.
  private var chains: String {
    guard let intrusion, !intrusion.isEmpty else { return "" }
    let lines = intrusion.chains.map { chain in
      "- " + chain.techniques.map(Self.link).joined(separator: " → ")
        + chain.steps.map { "\n   - \(MarkdownText.escape($0.words))" }.joined()
    }
    return
      (["## How it may have begun and ended"]
      + [intrusion.told, lines.joined(separator: "\n")]
      .filter { !$0.isEmpty }).joined(separator: "\n\n")
  }

  /// The indices of tasks, those that are not covered first or last.
  private static func sorted(_ tasks: [Candidate], _ gaps: GapOrder?) -> [Int] {
    guard let gaps else { return Array(tasks.indices) }
    let covered = tasks.indices.filter { tasks[$0].coverage == .covered }
    let open = tasks.indices.filter { tasks[$0].coverage != .covered }
    return gaps == .first ? open + covered : covered + open
  }

  private var note: String {
    (intrusion == nil ? "" : Self.caution + " ") + """
      Each chance is calibrated, and its range is right about 9 times in 10. The usual is the chance \
      before anything was seen. Numbers count reports, not intrusions. Not reported does not mean absent. \
      “Where” is what ATT&CK names for \(platformNames(MarkdownText.escape)) or, if it names nothing there, \
      for the technique’s own platforms.
      """
  }

  private static let caution =
    "The order comes from few flows, plans and procedures: it is a hint, not a finding."

  private func task(_ rank: Int, _ candidate: Candidate, at index: Int) -> String {
    let reports = candidate.reports.prefix(2).map { Self.cited($0.report) }
    let sources = reports.isEmpty ? "" : "\n   - Reports: \(reports.joined(separator: "; "))"
    let covered = candidate.coverage.map { "\n   - Coverage: \($0.sign) \($0.words)" } ?? ""
    let placed =
      candidate.placed.map { "   - Order: \(MarkdownText.escape($0))\n" } ?? ""
    return "\(rank). [ ] **\(Self.link(candidate.technique))**\n   - Why: \(why(candidate))\n"
      + placed + "   - Where: \(MarkdownText.escape(place(index)))" + covered + sources
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
