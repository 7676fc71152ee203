/// All measures of how good a corpus's numbers are.
package struct EvaluationFindings: Codable, Equatable, Sendable {
  /// On what it was measured.
  package let subject: Subject
  package let evaluation: Evaluation
  /// `nil` if it was not asked for.
  package let relations: RelationEvaluation?

  package struct Subject: Codable, Equatable, Sendable {
    package let split: EvaluationGoals.Split
    /// Reports to learn from; in folds all of them.
    package let reports: Int
    /// The campaign clusters that they make.
    package let clusters: Int
    /// Reports that are tested.
    package let asked: Int
    /// Live techniques: the candidates, and the evidence.
    package let techniques: Int

    package init(_ split: EvaluationGoals.Split, training: TrainingSet, asked: TrainingSet) {
      self.split = split
      reports = training.keys.count
      clusters = training.clusterCount
      self.asked = asked.keys.count
      techniques = training.ids.count
    }
  }

  package init(_ subject: Subject, _ evaluation: Evaluation, _ relations: RelationEvaluation?) {
    self.subject = subject
    self.evaluation = evaluation
    self.relations = relations
  }

  /// Of one corpus, by five folds; and of its relations.
  package init(_ training: TrainingSet) async {
    self.init(
      Subject(.folds, training: training, asked: training),
      await Evaluation(EvaluationSplit.folds(training)),
      await RelationEvaluation(training.matrix, ids: training.ids))
  }

  package var goals: EvaluationGoals { EvaluationGoals(evaluation, subject.split) }
}
