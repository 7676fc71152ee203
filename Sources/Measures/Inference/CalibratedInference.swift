package import Attack
package import Corpora

/// The inference from reports, with its calibration: made once, and the same for the command, for
/// the pages and for the explorer.
package struct CalibratedInference: Sendable {
  package let model: VoteModel
  package let calibration: Calibration
  /// For each row of the training set its report.
  package let reports: [Index<Report>]

  /// - Parameters:
  ///   - training: the reports that vote.
  ///   - learnt: from the same reports.
  ///   - reports: for each row its report.
  package init(_ training: TrainingSet, _ learnt: LearntInference, reports: [Index<Report>]) {
    model = VoteModel(training, learnt.profiles)
    calibration = learnt.calibration
    self.reports = reports
  }

  /// From the selected reports of a corpus, whose columns have the given ids.
  ///
  /// - Parameters:
  ///   - corpus: the reports.
  ///   - selection: those that vote.
  ///   - ids: of the techniques.
  ///   - learning: learns from them, or knows what was learnt.
  package init(
    _ corpus: Corpus, _ selection: Corpus.Selection, ids: IndexedList<Technique, String>,
    learning: LearntInference.Learning
  ) async {
    let training = TrainingSet(corpus, selection, ids: ids)
    self.init(training, await learning(training), reports: selection.reports)
  }

  /// The estimates from the reports after these techniques were seen.
  package func estimate(_ evidence: [Index<Technique>]) -> Estimate {
    let vote = model.infer(evidence)
    return Estimate(
      vote: vote, shown: calibration.shown(vote), counts: EvidenceCounts(model.index, evidence))
  }

  /// A report's say in a vote, and what it comes from.
  package struct Say: Sendable {
    package let report: Index<Report>
    /// In every probability.
    package let share: Double
    /// How many of the evidence it cites, and of how many.
    package let held: Int
    package let evidence: Int
    /// Whether it cites any of the evidence's families.
    package let isKin: Bool
    /// How alike its profile is to that of the evidence, -1...1.
    package let likeness: Double
    /// How many techniques it cites.
    package let techniques: Int
  }

  /// The reports that cite a technique and have a say, the largest share first, then by key; at most
  /// `most` of them.
  package func says(
    of technique: Index<Technique>, in vote: ReportVote, most: Int = .max
  ) -> [Say] {
    vote.explanation(model.rows(citing: technique), most: most).map { row, share in
      let cited = model.training.rows[row]
      return Say(
        report: reports[row], share: share, held: vote.evidence.count { cited.contains($0.number) },
        evidence: vote.evidence.count, isKin: vote.overlaps[row] > 0,
        likeness: vote.likeness[row], techniques: cited.count)
    }
  }
}
