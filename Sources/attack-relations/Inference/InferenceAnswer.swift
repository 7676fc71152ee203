import Attack
import Corpora
import Measures

/// What to look for next, given what was seen, and which reports say so.
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

  struct Candidate: Sendable {
    let technique: Technique
    let raw: Double
    /// Calibrated: the one to be shown.
    let probability: Double
    let low: Double
    let high: Double
    let baseRate: Double
    /// The part of `raw` that is the base rate's.
    let baseTerm: Double
    /// Reports that cite it and all of the evidence.
    let together: Int
    /// The reports that cite it, with their part of `raw`, the largest first.
    let reports: [(report: Report, term: Double)]
  }

  init(_ evidence: EvidenceReader, _ knowledge: Knowledge, _ corpus: Corpus, top: Int) async {
    let calibrated = await CalibratedInference(
      corpus, ids: knowledge.techniques.map(\.id.description))
    let estimate = calibrated.estimate(evidence.techniques)
    let inference = estimate.inference

    self.evidence = evidence.techniques.map { knowledge.techniques[$0] }
    unknown = evidence.unknown
    releases = knowledge.releases.map(\.title)
    reportCount = corpus.reports.count
    reportsWithAll = estimate.reportsWithAll
    candidates = inference.ranking.prefix(top).map { technique in
      let bounds = estimate.bounds(of: technique)
      return Candidate(
        technique: knowledge.techniques[technique], raw: inference.probabilities[technique],
        probability: estimate.shown[technique], low: bounds.low, high: bounds.high,
        baseRate: inference.baseRates[technique], baseTerm: inference.baseTerm(of: technique),
        together: estimate.together[technique],
        reports: inference.explanation(calibrated.model.reports(citing: technique)).map {
          (corpus.reports[$0.report], $0.term)
        })
    }
  }
}
