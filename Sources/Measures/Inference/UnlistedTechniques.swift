/// Techniques that an actor is not listed with, although what it is listed with suggests them.
package struct UnlistedTechniques: Sendable {
  /// What the inference was asked with.
  package enum Basis: String, Sendable {
    /// Techniques that three or more of the actor's reports cite.
    case recurring
    /// All that it is listed with, since no technique recurs; at most the ten rarest.
    case listed
  }

  package struct Candidate: Equatable, Sendable {
    /// A column.
    package let technique: Int
    /// The shown probability.
    package let probability: Double
    package let baseRate: Double
  }

  package let basis: Basis
  /// Columns, ascending.
  package let evidence: [Int]
  /// Those above their base rate, the farthest above first, then by id.
  package let candidates: [Candidate]
  /// What the evidence was asked for.
  let vote: ReportVote

  /// - Parameters:
  ///   - reports: for each technique that the actor is listed with, the reports that cite it.
  ///   - model: of the whole corpus.
  ///   - calibration: of the model.
  package init(reports: [Int: [Int]], _ model: VoteModel, _ calibration: Calibration) {
    let recurring = Self.recurring(reports)
    basis = recurring.isEmpty ? .listed : .recurring
    evidence = recurring.isEmpty ? Self.rarest(reports.keys.sorted(), model) : recurring
    let vote = model.infer(evidence)
    self.vote = vote
    let shown = calibration.shown(vote)
    candidates = shown.indices.filter { reports[$0] == nil }
      .map {
        Candidate(
          technique: $0, probability: shown[$0], baseRate: vote.baseRates[$0])
      }
      .filter { $0.probability > $0.baseRate }
      .sorted { ($1.excess, $0.technique) < ($0.excess, $1.technique) }
  }

  private static func recurring(_ reports: [Int: [Int]]) -> [Int] {
    guard Set(reports.values.joined()).count >= fewestReports else { return [] }
    return reports.filter { Set($0.value).count >= fewestReports }.keys.sorted()
  }

  /// The rarest ones, back in their order.
  private static func rarest(_ listed: [Int], _ model: VoteModel) -> [Int] {
    let content = model.informationContent
    return listed.sorted { (content[$1], $0) < (content[$0], $1) }.prefix(mostListed).sorted()
  }

  private static let fewestReports = 3
  private static let mostListed = 10
}

extension UnlistedTechniques.Candidate {
  /// How far the probability is above the base rate.
  package var excess: Double { probability - baseRate }
}
