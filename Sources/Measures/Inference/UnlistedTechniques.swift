package import Attack
import Corpora

/// Techniques that an actor is not known to use, although what it is listed with suggests them.
package struct UnlistedTechniques: Sendable {
  /// What the inference was asked with.
  package enum Basis: String, Sendable {
    /// Techniques that three or more of the actor's reports cite.
    case recurring
    /// Those that it is listed with, since fewer than two recur.
    case listed
  }

  package struct Candidate: Equatable, Sendable {
    package let technique: Index<Technique>
    /// The shown probability.
    package let probability: Double
    package let baseRate: Double
    /// By which they are ordered.
    package let score: Double
  }

  package let basis: Basis
  /// Ascending: of those of the basis at most the ten rarest, which tell most.
  package let evidence: [Index<Technique>]
  /// Those far enough above the usual, in the telling order.
  package let candidates: [Candidate]
  /// What the evidence was asked for.
  let vote: ReportVote

  /// - Parameters:
  ///   - repertoire: what the actor is known to use.
  ///   - model: of the whole corpus.
  ///   - calibration: of the model.
  package init(_ repertoire: ActorRepertoire, _ model: VoteModel, _ calibration: Calibration) {
    let recurring = Self.recurring(repertoire.reports)
    basis = recurring.count < Self.fewestRecurring ? .listed : .recurring
    evidence = Self.rarest(
      recurring.count < Self.fewestRecurring ? Array(repertoire.reports.keys) : recurring, model)
    let vote = model.infer(evidence)
    self.vote = vote
    let shown = calibration.shown(vote)
    let scores = SuggestionOrder.telling.scores(vote)
    candidates = shown.indices.lazy
      .map {
        Candidate(
          technique: $0, probability: shown[$0], baseRate: vote.baseRates[$0], score: scores[$0])
      }
      .filter { $0.isFarAboveUsual && !repertoire.families.contains($0.technique) }
      .sorted { (-$0.score, $0.technique) < (-$1.score, $1.technique) }
  }

  private static func recurring(
    _ reports: [Index<Technique>: [Index<Report>]]
  ) -> [Index<Technique>] {
    reports.filter { Set($0.value).count >= fewestReports }.keys.sorted()
  }

  /// The rarest ones, back in their order.
  private static func rarest(
    _ listed: [Index<Technique>], _ model: VoteModel
  ) -> [Index<Technique>] {
    let content = model.informationContent
    return listed.sorted { (content[$1], $0) < (content[$0], $1) }.prefix(mostEvidence).sorted()
  }

  private static let fewestReports = 3
  private static let fewestRecurring = 2
  private static let mostEvidence = 10
}

extension UnlistedTechniques.Candidate {
  /// How many times the usual the probability is.
  package var times: Double { probability / baseRate }

  fileprivate var isFarAboveUsual: Bool {
    probability >= Self.leastTimes * baseRate && probability - baseRate >= Self.leastExcess
  }

  private static let leastTimes = 1.5
  private static let leastExcess = 0.05
}
