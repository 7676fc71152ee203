import Text
import Attack
import Corpora
import Measures
import Pages

/// What to look for next, given what was seen, and the reports behind it.
struct InferenceAnswer: Sendable {
  let evidence: [Technique]
  let unknown: [String]
  let releases: [String]
  let order: SuggestionOrder
  /// All reports.
  let reportCount: Int
  /// Reports that cite all of the evidence.
  let reportsWithAll: Int
  /// In that order.
  let candidates: [Candidate]
  /// Those of the evidence: where to look.
  let platforms: Platforms
  /// What shows the candidates there, by log source and by data component.
  let sources: SourceCoverage
  let components: SourceCoverage

  struct Candidate: Sendable {
    let technique: Technique
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
    /// Where it shows, on any platform.
    let traces: [Detection]
    /// The reports that cite it, with their share of `raw`, the largest first.
    let reports: [(report: Report, share: Double)]
  }

  init(
    _ evidence: EvidenceReader, _ knowledge: Knowledge, _ corpus: Corpus,
    in order: SuggestionOrder, top: Int
  ) async {
    let inference = await CalibratedInference(
      corpus, corpus.all, ids: knowledge.techniqueIDs,
      learning: LearntInference.kept)
    let estimate = inference.estimate(evidence.techniques)
    self.evidence = evidence.techniques.map { knowledge.techniques[$0] }
    self.order = order
    unknown = evidence.unknown
    releases = knowledge.releases.map(\.title)
    platforms = Platforms(of: self.evidence)
    reportCount = corpus.reports.count
    reportsWithAll = estimate.counts.reportsWithAll
    candidates = order.ranking(estimate.vote).prefix(top).map { technique in
      Candidate(
        technique, estimate, in: order, knowledge,
        reports: inference.says(of: technique, in: estimate.vote).map {
          (corpus.reports[$0.report], $0.share)
        })
    }
    let visible = candidates.map { [platforms] in platforms.filter($0.traces) }
    sources = SourceCoverage(visible, by: \.source)
    components = SourceCoverage(visible, by: \.component)
  }
}

extension InferenceAnswer {
  /// `9 of 91 reports cite all of it (Enterprise v18.1)`.
  var base: String {
    "\(Format.count(reportsWithAll)) of \(Format.count(reportCount, "report")) cite \(cited) "
      + "(\(releases.joined(separator: ", ")))"
  }

  /// What a report cites that counts.
  var cited: String { evidence.count == 1 ? "it" : "all of it" }

  /// The few sources, or where a release has none the components, that together show most of the
  /// answer on the platforms of the evidence: `A and B together show all 20`.
  ///
  /// `written` escapes each name for its text; `nil` if nothing shows any.
  func lookout(_ written: (String) -> String) -> String? {
    sources.summary(written) ?? components.summary(written)
  }

  /// The components that show a candidate there, those that show most of the answer first.
  func components(of candidate: Candidate) -> [String] {
    components.ranked(platforms.filter(candidate.traces).map(\.component))
  }
}

extension InferenceAnswer.Candidate {
  fileprivate init(
    _ index: Index<Technique>, _ estimate: Estimate, in order: SuggestionOrder,
    _ knowledge: Knowledge,
    reports: [(report: Report, share: Double)]
  ) {
    let vote = estimate.vote
    technique = knowledge.techniques[index]
    raw = vote.probabilities[index]
    probability = estimate.shown[index]
    (low, high) = estimate.bounds(of: index)
    usual = vote.baseRates[index]
    times = estimate.times(index)
    score = order.score(raw, baseRate: usual)
    baseTerm = vote.baseTerm(of: index)
    together = estimate.counts.togetherWithAll[index]
    counts = CountWords.counts(estimate.counts, of: index)
    traces = knowledge.traces[index]
    self.reports = reports
  }
}
