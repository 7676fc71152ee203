package import Attack

/// The probability of every technique, given the techniques seen (E), as a vote of reports.
///
/// Half of the vote is divided among the reports that hold the evidence and are like it, half among
/// those that are like it:
///
///     a_r = o_r^3 max(c_r, .01)^2 / d_r                beside .1 / |E|^2 for the base rates
///     l_r = max(c_r, 0)^4 / sqrt(d_r), a fifth where o_r = 0         beside .01
///
/// `o` is how much of the evidence the report holds, `c` how like their profiles are, `d` how many
/// techniques it has. A report that cites nothing outside of the evidence has no vote. In a corpus
/// of less than a thousand reports some of the vote goes to each technique of the evidence, for
/// those that cite it. Then the base rates get what is doubtful, t = k / (k + n), k = 30 / |E|, n
/// the effective number of reports.
///
///     p_j = sum share_r m_rj + rest b_j
///
/// Sums over the evidence run in the order of ids, sums over reports in that of keys.
package struct VoteModel: Sendable {
  package let index: CitationIndex
  /// Learnt from all reports.
  package let profiles: TechniqueProfiles
  private let likeness: ReportLikeness

  /// With profiles that were learnt from the same reports.
  package init(_ training: TrainingSet, _ profiles: TechniqueProfiles) {
    index = CitationIndex(training)
    self.profiles = profiles
    likeness = ReportLikeness(profiles, rows: training.rows)
  }

  /// Lets the reports vote on evidence; repeats count once.
  package func infer(_ evidence: [Index<Technique>]) -> ReportVote {
    infer(evidence, omitting: [], likeness: likeness)
  }

  /// Lets them vote with less say for those that hold what was looked for and not found.
  ///
  /// Only `AbsenceTrial` asks so, since it finds no more.
  package func infer(
    _ evidence: [Index<Technique>], doubting absent: [Index<Technique>]
  ) -> ReportVote {
    infer(evidence, doubting: absent, omitting: [], likeness: likeness)
  }

  /// Lets them vote as if some sightings were not there, with a likeness that does not know them.
  package func infer(
    _ seen: [Index<Technique>], doubting absent: [Index<Technique>] = [],
    omitting omissions: [Omission], likeness: ReportLikeness
  ) -> ReportVote {
    let seen = Set(seen).sorted()
    let evidence = seen.map(\.number)
    let counted = index.counted(omitting: omissions)
    let baseRates = counted.baseRates
    let overlaps = index.overlaps(evidence, baseRates)
    let alike = evidence.isEmpty ? overlaps : likeness(evidence)
    var voters = voters(beside: evidence, counted)
    doubt(&voters, absent)
    var shares = self.shares(evidence, voters, overlaps, alike)
    let size = shares.effectiveSize(counted.ofRows, of: reportCount)
    let strength = Self.doubt / Double(max(evidence.count, 1))
    shares.giveToRest(evidence.isEmpty ? 0 : strength / (strength + size))
    return ReportVote(
      seen, shares, overlaps: overlaps, likeness: alike, baseRates: baseRates,
      effectiveSize: size, rows: index.rows)
  }

  /// So many reports of weight 1 are as much as the doubt of one technique of evidence.
  private static let doubt = 30.0
}

extension VoteModel {
  /// How the vote is divided before the doubt.
  private func shares(
    _ evidence: [Int], _ voters: [Double], _ overlaps: [Double], _ likeness: [Double]
  ) -> VoteShares {
    let reports = training.rows.count
    guard !evidence.isEmpty else { return VoteShares(reports: reports) }
    var (holding, alike) = (
      Array(repeating: 0.0, count: reports), Array(repeating: 0.0, count: reports)
    )
    for report in 0..<reports where voters[report] > 0 {
      let (size, overlap) = (index.sizes[report], overlaps[report])
      holding[report] = voters[report] * Self.holding(overlap, likeness[report], size)
      alike[report] = voters[report] * Self.alike(overlap, likeness[report], size)
    }
    let count = Double(evidence.count)
    var shares = VoteShares(weights: holding, rest: Self.holdingRest / (count * count))
    shares.give(0.5, to: VoteShares(weights: alike, rest: Self.alikeRest))
    let part = min(0.5, 1 - Double(reportCount) / Self.manyReports)
    guard part > 0 else { return shares }
    shares.give(part, to: citing(evidence, voters))
    return shares
  }

  /// By report, how many of its sightings vote: none where it cites nothing outside of the evidence.
  private func voters(beside evidence: [Int], _ counted: CountedSightings) -> [Double] {
    var seen = Array(repeating: 0.0, count: training.rows.count)
    for technique in evidence {
      for report in index.holders[technique] { seen[report] += 1 }
    }
    return seen.indices.map { report in
      index.sizes[report] > seen[report] ? Double(counted.ofRows[report]) : 0
    }
  }

  /// Takes a part of the say of a report for each technique that it holds and that was not found.
  private func doubt(_ voters: inout [Double], _ absent: [Index<Technique>]) {
    for technique in absent {
      for report in index.holders[technique.number] { voters[report] *= Self.doubted }
    }
  }

  /// The weight of a report among those that hold the evidence and are like it.
  private static func holding(_ overlap: Double, _ likeness: Double, _ size: Double) -> Double {
    let like = max(likeness, leastLikeness)
    return overlap * overlap * overlap * (like * like) / size
  }

  /// Its weight among those that are like it, whether they hold any of it or not.
  private static func alike(_ overlap: Double, _ likeness: Double, _ size: Double) -> Double {
    let square = max(likeness, 0) * max(likeness, 0)
    let whole = square * square / size.squareRoot()
    return overlap == 0 ? strangers * whole : whole
  }

  /// Among those that cite a technique of the evidence, each technique an equal part.
  private func citing(_ evidence: [Int], _ voters: [Double]) -> VoteShares {
    var shares = VoteShares(reports: voters.count)
    for (done, technique) in evidence.enumerated() {
      var own = Array(repeating: 0.0, count: voters.count)
      for report in index.holders[technique] { own[report] = voters[report] / index.sizes[report] }
      shares.give(1 / Double(done + 1), to: VoteShares(weights: own, rest: Self.citingRest))
    }
    return shares
  }

  /// What a report's say is worth that holds one technique which was not found: chosen on Enterprise
  /// v17.1, where less finds less.
  private static let doubted = 0.8
  private static let leastLikeness = 0.01
  private static let holdingRest = 0.1
  /// What being alike counts where nothing of the evidence is held.
  private static let strangers = 0.2
  private static let alikeRest = 0.01
  private static let citingRest = 0.3
  /// From so many reports on, they need no help.
  private static let manyReports = 1000.0
}
