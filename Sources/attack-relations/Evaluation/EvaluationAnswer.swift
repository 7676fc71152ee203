import Text
import Measures
import Pages
import Records
import Text

/// What was measured, and on what.
struct EvaluationAnswer: Sendable {
  let trial: EvaluationPlan
  let findings: EvaluationFindings
  var evaluation: Evaluation { findings.evaluation }

  init(_ trial: EvaluationPlan, relations isWanted: Bool) async {
    self.trial = trial
    let evaluating = ProgressBar(title: "finding hidden techniques")
    let evaluation = await Evaluation(trial.splits) { evaluating.show($0) }
    var relations: RelationEvaluation?
    if isWanted {
      let relating = ProgressBar(title: "halving and shuffling")
      relations = await RelationEvaluation(trial.training.matrix, ids: trial.training.ids) {
        relating.show($0)
      }
    }
    findings = EvaluationFindings(trial.subject, evaluation, relations)
  }

  var json: String {
    EvaluationRecord(findings, releases: trial.releases, laterReleases: trial.laterReleases)
      .json.compact
  }
}
