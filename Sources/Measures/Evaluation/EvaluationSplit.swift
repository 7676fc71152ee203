/// Reports to learn from, and reports to test with, on the same techniques.
package struct EvaluationSplit: Sendable {
  package let training: TrainingSet
  package let testing: TrainingSet

  package init(training: TrainingSet, testing: TrainingSet) {
    self.training = training
    self.testing = testing
  }

  /// Five folds, each tested once; campaign clusters stay together.
  ///
  /// The fold of a cluster is the hash of its first report's key, modulo five.
  package static func folds(_ all: TrainingSet) -> [EvaluationSplit] {
    let folds = all.clusterHashes.map { Int($0 % UInt64(foldCount)) }
    return (0..<foldCount).map { fold in
      EvaluationSplit(
        training: all.only(folds.indices.filter { folds[$0] != fold }),
        testing: all.only(folds.indices.filter { folds[$0] == fold }))
    }
  }

  private static let foldCount = 5
}
