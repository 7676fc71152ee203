import Measures

extension VoteModel {
  /// With profiles learnt from the same reports.
  init(_ training: TrainingSet) { self.init(training, TechniqueProfiles(training)) }
}
