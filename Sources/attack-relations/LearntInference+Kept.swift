import Measures

extension LearntInference {
  /// Learns, unless an earlier command did from the same reports.
  @Sendable static func kept(_ training: TrainingSet) async -> LearntInference {
    await TrainingCache("inference").result(training) {
      Console.show(progress: "Learning from the reports; the next time it is remembered")
      return await LearntInference($0)
    }
  }
}
