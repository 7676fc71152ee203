import Text
import Attack
import Corpora
import Measures
import Pages
import Records

/// What to look for next, given what was seen, and the reports behind it.
struct InferenceAnswer: Sendable {
  let evidence: [InferenceModel.KnownTechnique]
  /// Looked for and not found.
  let absent: [InferenceModel.KnownTechnique]
  let unknown: [String]
  let releases: [Release]
  /// The strictest marking of the reports; `nil` where none is marked.
  let tlp: TLP?
  let order: SuggestionOrder
  /// All reports.
  let reportCount: Int
  /// Reports that cite all of the evidence.
  let reportsWithAll: Int
  /// In that order.
  let candidates: [Candidate]
  /// Those of the evidence: where to look, unless ATT&CK names nothing there.
  let platforms: Platforms
  /// What is called a log source in this release.
  let sourceKind: String
  /// The log sources that somebody has.
  let held: HeldSources
  /// What shows the candidates there, with these or with any.
  let visible: Sight
  let any: Sight
  /// How it may have begun and ended; `nil` where nothing is known of any order.
  let intrusion: IntrusionAnswer?

  /// How candidates can be seen, by log source and by data component.
  struct Sight: Sendable {
    let sources: SourceCoverage
    let components: SourceCoverage
    /// For each candidate.
    let places: [[HeldSources.Place]]

    init(_ places: [[HeldSources.Place]]) {
      let traces = places.map { $0.map(\.trace) }
      sources = SourceCoverage(traces, by: \.source)
      components = SourceCoverage(traces, by: \.component)
      self.places = places
    }
  }

  struct Candidate: Sendable {
    let technique: InferenceModel.KnownTechnique
    /// How far it is covered; `nil` where nobody says.
    let coverage: Coverage.State?
    /// Where in the intrusion it belongs; `nil` where nothing is known of any order.
    let part: IntrusionPart?
    /// Why, in words: `drawn before T1059.001 (2 flows)`; `nil` beside what was seen.
    let placed: String?
    let raw: Double
    /// Calibrated: the one to be shown.
    let probability: Double
    let low: Double
    let high: Double
    /// The chance without evidence.
    let usual: Double
    /// How many times the usual its chance is.
    let times: Double
    /// By which it is ranked.
    let score: Double
    /// The share of `raw` that is due to the usual chance.
    let baseTerm: Double
    /// Reports that cite it and all of the evidence.
    let together: Int
    /// The same in words, and of those that cite one technique fewer.
    let counts: String
    /// It happens before an intrusion.
    var isBefore: Bool { Platforms.isBefore(technique.platforms) }
    /// The reports that cite it, with their share of `raw`, the largest first.
    let reports: [(report: InferenceModel.KnownReport, share: Double)]
  }

  /// - Parameters:
  ///   - evidence: what was seen, and what was looked for and not found.
  ///   - model: what answers.
  ///   - order: of the candidates.
  ///   - top: how many of them.
  ///   - isPlan: whether those of a hunt plan are wanted.
  ///   - held: the log sources that somebody has.
  init(
    _ evidence: EvidenceReader, _ model: InferenceModel, in order: SuggestionOrder, top: Int,
    isPlan: Bool, held: HeldSources
  ) {
    let estimate = model.inference.estimate(evidence.techniques)
    self.evidence = evidence.techniques.map { model.techniques[$0] }
    absent = evidence.absent.map { model.techniques[$0] }
    self.order = order
    self.held = held
    unknown = evidence.unknown
    releases = model.releases
    sourceKind = model.sourceKind
    tlp = model.tlp
    platforms = Platforms(of: self.evidence.map(\.platforms))
    reportCount = model.inference.model.reportCount
    reportsWithAll = estimate.counts.reportsWithAll
    let ranking = order.ranking(estimate.vote, without: evidence.absent)
    let listed = isPlan ? Self.tasks(ranking, model, count: top) : Array(ranking.prefix(top))
    candidates = listed.map { Candidate($0, estimate, in: order, model) }
    let traces = candidates.filter { !isPlan || !$0.isBefore }.map { [platforms] in
      let there = platforms.filter($0.technique.detections)
      return there.isEmpty ? $0.technique.detections : there
    }
    visible = Sight(traces.map(held.places))
    any = Sight(traces.map(HeldSources.all))
    intrusion = model.intrusions.map {
      IntrusionAnswer($0, model.techniques, seen: evidence.techniques)
    }
  }
}

extension InferenceAnswer {
  /// So many of a ranking that something of the victim's may show, and what ranks among them.
  private static func tasks(
    _ ranking: [Index<Technique>], _ model: InferenceModel, count: Int
  ) -> [Index<Technique>] {
    var left = count
    return ranking.prefix { technique in
      guard left > 0 else { return false }
      left -= Platforms.isBefore(model.techniques[technique].platforms) ? 0 : 1
      return true
    }
  }

  /// `9 of 91 reports cite all of it (Enterprise v18.1)`.
  var base: String {
    "\(Format.count(reportsWithAll)) of \(Format.count(reportCount, "report")) cite \(cited) "
      + "(\(releases.map(\.title).joined(separator: ", ")))"
  }

  /// What was looked for and not found, each `written` for its text; empty if nothing was.
  func absentWords(_ written: (InferenceModel.KnownTechnique) -> String) -> String {
    absent.isEmpty
      ? ""
      : "Looked for, not found: \(Format.list(absent.map(written))). The list leaves out what was "
        + "not found; the chances stay the same."
  }

  /// What a report cites that counts.
  var cited: String { evidence.count == 1 ? "it" : "all of it" }

  /// What shows most of the answer, in sentences without an end:
  /// `A and B together show all 20`; with the sources that are held first, then with others.
  ///
  /// `written` escapes each name for its text.
  func lookout(_ written: (String) -> String) -> [String] {
    guard held.isTold else { return [Self.summary(any, written)].compactMap { $0 } }
    let likely = visible.places.count { $0.contains(where: \.isLikely) }
    let own = Self.summary(visible, written)
    let first =
      own.map { $0 + (likely > 0 ? ", \(likely) of them only likely" : "") }
      ?? "None of your \(sourceKind)s shows any of them"
    let unseen = zip(visible.places, any.places).filter { $0.0.isEmpty }.map(\.1)
    guard !unseen.isEmpty, let rest = Self.summary(Sight(unseen), written) else { return [first] }
    let others =
      own == nil ? "" : unseen.count == 1 ? "The other one: " : "Of the other \(unseen.count), "
    return [first, others + rest]
  }

  /// By sources, or where a release has none by components.
  private static func summary(_ sight: Sight, _ written: (String) -> String) -> String? {
    sight.sources.summary(written) ?? sight.components.summary(written)
  }

  /// Where to see a candidate: the one place to name, as
  /// `WinEventLog:Sysmon EventCode=1 (Process Creation, Windows)`.
  func place(_ index: Int) -> String {
    let sight = visible.places[index].isEmpty ? any : visible
    guard let best = sight.places[index].best(sight.sources, sight.components) else {
      return "ATT&CK does not say"
    }
    let trace = best.trace
    let inside = [trace.source.isEmpty ? "" : trace.component, trace.platform].filter {
      !$0.isEmpty
    }
    return (best.isLikely ? "likely: " : "") + (trace.event ?? trace.component)
      + (inside.isEmpty ? "" : " (\(inside.joined(separator: ", ")))")
  }

  /// `Windows and Linux`.
  func platformNames(_ written: (String) -> String) -> String {
    platforms.names.isEmpty ? "every platform" : Format.list(platforms.names.map(written))
  }
}

extension InferenceAnswer.Candidate {
  fileprivate init(
    _ index: Index<Technique>, _ estimate: Estimate, in order: SuggestionOrder,
    _ model: InferenceModel
  ) {
    let vote = estimate.vote
    technique = model.techniques[index]
    coverage = model.coverage?.states[index]
    part = model.intrusions.map {
      IntrusionPart(of: index, seen: vote.evidence, $0.steps, $0.ends)
    }
    placed = model.intrusions.flatMap { [part] book in
      part.flatMap { IntrusionReason(of: index, $0, vote.evidence, book, model.techniques).words }
    }
    raw = vote.probabilities[index]
    probability = estimate.shown[index]
    (low, high) = estimate.bounds(of: index)
    usual = vote.baseRates[index]
    times = estimate.times(index)
    score = order.score(raw, baseRate: usual)
    baseTerm = vote.baseTerm(of: index)
    together = estimate.counts.togetherWithAll[index]
    counts = CountWords.counts(estimate.counts, of: index)
    reports = model.inference.says(of: index, in: vote).map {
      (model.reports[$0.report], $0.share)
    }
  }
}
