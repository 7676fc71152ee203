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
  /// All reports.
  let reportCount: Int
  /// Reports that cite all of the evidence.
  let reportsWithAll: Int
  /// The most probable first.
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
    let baseRate: Double
    /// The share of `raw` that is due to the base rate.
    let baseTerm: Double
    /// Reports that cite it and all of the evidence.
    let together: Int
    /// Where it shows, on any platform.
    let traces: [Detection]
    /// The reports that cite it, with their share of `raw`, the largest first.
    let reports: [(report: Report, term: Double)]
  }

  init(_ evidence: EvidenceReader, _ knowledge: Knowledge, _ corpus: Corpus, top: Int) async {
    let model = InferenceModel(
      TrainingSet(corpus, corpus.all, ids: knowledge.techniques.map(\.id.description)))
    let estimate = await Estimate(model, evidence.techniques)
    let inference = estimate.inference

    self.evidence = evidence.techniques.map { knowledge.techniques[$0] }
    unknown = evidence.unknown
    releases = knowledge.releases.map(\.title)
    platforms = Platforms(of: self.evidence)
    reportCount = corpus.reports.count
    reportsWithAll = estimate.reportsWithAll
    candidates = inference.ranking.prefix(top).map { technique in
      let bounds = estimate.bounds(of: technique)
      return Candidate(
        technique: knowledge.techniques[technique], raw: inference.probabilities[technique],
        probability: estimate.shown[technique], low: bounds.low, high: bounds.high,
        baseRate: inference.baseRates[technique], baseTerm: inference.baseTerm(of: technique),
        together: estimate.together[technique], traces: knowledge.traces[technique],
        reports: inference.explanation(model.reports(citing: technique)).map {
          (corpus.reports[$0.report], $0.term)
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
