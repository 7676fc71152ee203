import Attack
import Corpora
import Measures

/// Which reports are learnt from, and which are tested.
struct EvaluationPlan: Sendable {
  let split: EvaluationGoals.Split
  /// Of the corpus that is learnt from, and of the one that is tested, if it is another.
  let releases: [String]
  let laterReleases: [String]
  /// Reports to learn from; in folds all of them.
  let training: TrainingSet
  /// Reports that are tested.
  let asked: TrainingSet

  /// Five folds of one corpus.
  init(_ knowledge: Knowledge) {
    split = .folds
    releases = knowledge.releases.map(\.title)
    laterReleases = []
    training = Self.allReports(knowledge)
    asked = training
  }

  /// An earlier release, and the reports that a later one adds; candidates are live in the later.
  ///
  /// - Throws: `CommandError` where the later one adds nothing.
  init(learning earlier: Knowledge, testing later: Knowledge) throws {
    split = .time
    releases = earlier.releases.map(\.title)
    laterReleases = later.releases.map(\.title)
    let ids = later.techniqueIDs
    training = Self.allReports(earlier).onTechniques(ids)
    let known = Set(training.keys)
    let all = Self.allReports(later)
    asked = all.only(all.keys.indices.filter { !known.contains(all.keys[$0]) })
    guard !asked.keys.isEmpty else {
      throw CommandError(
        "\(Self.named(laterReleases)) cites no report that \(Self.named(releases)) does not: "
          + "nothing to be tested on", "give the earlier release to --learn, the later to --test")
    }
  }

  var subject: EvaluationFindings.Subject {
    EvaluationFindings.Subject(split, training: training, asked: asked)
  }

  var splits: [EvaluationSplit] {
    split == .folds
      ? EvaluationSplit.folds(training) : [EvaluationSplit(training: training, testing: asked)]
  }

  private static func allReports(_ knowledge: Knowledge) -> TrainingSet {
    let corpus = Corpus(knowledge)
    return TrainingSet(corpus, corpus.all, ids: knowledge.techniqueIDs)
  }

  private static func named(_ releases: [String]) -> String { releases.joined(separator: ", ") }
}
