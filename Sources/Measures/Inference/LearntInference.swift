/// What the inference learns from reports before it is asked: some seconds' work for a large corpus,
/// so that a command may keep it.
package struct LearntInference: Codable, Equatable, Sendable {
  package let profiles: TechniqueProfiles
  package let calibration: Calibration

  /// Learns from reports, or knows what was learnt from the same ones.
  package typealias Learning = @Sendable (TrainingSet) async -> LearntInference

  /// What was learnt before.
  package init(profiles: TechniqueProfiles, calibration: Calibration) {
    self.profiles = profiles
    self.calibration = calibration
  }

  package init(_ training: TrainingSet) async {
    profiles = TechniqueProfiles(training)
    calibration = await Calibration(VoteModel(training, profiles))
  }
}
