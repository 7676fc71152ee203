import Measures

/// What was measured, and on what.
struct EvaluationAnswer: Sendable {
  let trial: Trial
  let evaluation: Evaluation
  let goals: EvaluationGoals
  let relations: RelationEvaluation?

  init(_ trial: Trial, relations isWanted: Bool) async {
    self.trial = trial
    let evaluating = ProgressBar(title: "finding hidden techniques")
    evaluation = await Evaluation(trial.splits) { evaluating.show($0) }
    goals = EvaluationGoals(evaluation, trial.split)
    guard isWanted else {
      relations = nil
      return
    }
    let relating = ProgressBar(title: "halving and shuffling")
    relations = await RelationEvaluation(trial.training.matrix, ids: trial.training.ids) {
      relating.show($0)
    }
  }
}
