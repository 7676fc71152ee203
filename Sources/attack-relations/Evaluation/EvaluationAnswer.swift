import Text
import Measures
import Pages
import Records
import Text

/// What was measured, and on what.
struct EvaluationAnswer: Sendable {
  let trial: EvaluationPlan
  let findings: EvaluationFindings
  /// What reports beside ATT&CK's add; `nil` without any.
  let gain: EvidenceGain?
  var evaluation: Evaluation { findings.evaluation }

  init(_ trial: EvaluationPlan, _ gain: EvidenceGain?, relations isWanted: Bool) async {
    self.trial = trial
    self.gain = gain
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
    EvaluationRecord(
      findings, releases: trial.releases, laterReleases: trial.laterReleases,
      gain: gain
    )
    .json.compact
  }
}
