import Measures

extension LearntInference {
  /// Learns, unless an earlier command did from the same reports.
  @Sendable static func kept(_ training: TrainingSet) async -> LearntInference {
    await TrainingCache("inference").result(training) { await LearntInference($0) }
  }
}
