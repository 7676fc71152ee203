/// What the inference has to reach, and what it reached: of Enterprise ATT&CK, and for orientation
/// of any other corpus.
package struct EvaluationGoals: Equatable, Sendable {
  package let goals: [Goal]

  package struct Goal: Equatable, Sendable {
    package let measure: Measure
    /// What it must reach, or must not exceed.
    package let bound: Double
    package let value: Double

    package var isMet: Bool { measure.isAtLeast ? value >= bound : value <= bound }
  }

  package enum Measure: String, CaseIterable, Sendable {
    /// The kernel's recall@20 over that of a baseline.
    case overFactorization, overPopularity
    /// The calibration error over all pairs, over each query's top twenty, and the largest of the
    /// latter by size of evidence.
    case errorOverall, errorTopTwenty, errorBySize

    package var isAtLeast: Bool { self == .overFactorization || self == .overPopularity }
  }

  /// How the reports were split into those to learn from and those to test with.
  package enum Split: String, Codable, Sendable {
    case folds, time
  }

  /// Goals whose value is not known, as where nothing could be tested, are left out.
  package init(_ evaluation: Evaluation, _ split: Split) {
    goals = Measure.allCases.compactMap { measure in
      guard let bound = Self.bound(measure, split), let value = Self.value(measure, evaluation)
      else { return nil }
      return Goal(measure: measure, bound: bound, value: value)
    }
  }

  private static func bound(_ measure: Measure, _ split: Split) -> Double? {
    switch (measure, split) {
    case (.overFactorization, .folds): 1.14
    case (.overFactorization, .time): 1.15
    case (.overPopularity, .folds): 1.20
    case (.overPopularity, .time): 1.12
    case (.errorOverall, .folds): 0.001
    case (.errorOverall, .time): 0.005
    case (.errorTopTwenty, .folds): 0.010
    case (.errorTopTwenty, .time): 0.020
    case (.errorBySize, .folds): 0.012
    case (.errorBySize, .time): nil
    }
  }

  private static func value(_ measure: Measure, _ evaluation: Evaluation) -> Double? {
    guard !evaluation.queryCounts.isEmpty else { return nil }
    return switch measure {
    case .overFactorization: evaluation.kernelOver(.factorization)
    case .overPopularity: evaluation.kernelOver(.popularity)
    case .errorOverall: evaluation.calibration.overall.value
    case .errorTopTwenty: evaluation.calibration.topTwenty.value
    case .errorBySize: evaluation.calibrationBySize.values.map(\.topTwenty.value).max()
    }
  }
}

extension Evaluation {
  package subscript(method: EvaluatedMethod) -> Method? { methods.first { $0.method == method } }

  /// The kernel's recall@20 over that of another method; `nil` if the other finds nothing.
  package func kernelOver(_ method: EvaluatedMethod) -> Double? {
    guard let kernel = self[.kernel]?.metrics.recallAt20,
      let other = self[method]?.metrics.recallAt20,
      other > 0
    else { return nil }
    return kernel / other
  }

  /// The sizes of evidence that were tested, ascending.
  package var sizes: [Int] { queryCounts.keys.sorted() }

  /// The baseline that finds most, and whether it finds more than the kernel.
  package var best: EvaluatedMethod {
    methods.max { $0.metrics.recallAt20 < $1.metrics.recallAt20 }?.method ?? .kernel
  }
}
