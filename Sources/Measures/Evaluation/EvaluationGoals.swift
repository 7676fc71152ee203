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
    /// Recall@20 of the likely order over that of a baseline.
    case overFactorization, overPopularity
    /// Recall@20 of the telling order, and its surprise-weighted recall@10.
    case recall, surprise
    /// The calibration error over all pairs, over each query's top twenty, and the largest of the
    /// latter by size of evidence.
    case errorOverall, errorTopTwenty, errorBySize

    package var isAtLeast: Bool { !isError }

    private var isError: Bool {
      self == .errorOverall || self == .errorTopTwenty || self == .errorBySize
    }
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
    case (.recall, .folds): 0.436
    case (.surprise, .folds): 0.229
    case (.recall, .time), (.surprise, .time): nil
    case (.errorOverall, .folds): 0.001
    case (.errorOverall, .time): 0.005
    case (.errorTopTwenty, .folds): 0.005
    case (.errorTopTwenty, .time): 0.020
    case (.errorBySize, .folds): 0.012
    case (.errorBySize, .time): nil
    }
  }

  private static func value(_ measure: Measure, _ evaluation: Evaluation) -> Double? {
    guard !evaluation.queryCounts.isEmpty else { return nil }
    return switch measure {
    case .overFactorization: evaluation.ratio(of: .likely, to: .factorization)
    case .overPopularity: evaluation.ratio(of: .likely, to: .popularity)
    case .recall: evaluation[.telling]?.metrics.recallAt20
    case .surprise: evaluation[.telling]?.metrics.surpriseRecallAt10
    case .errorOverall: evaluation.calibration.overall.value
    case .errorTopTwenty: evaluation.calibration.topTwenty.value
    case .errorBySize: evaluation.calibrationBySize.values.map(\.topTwenty.value).max()
    }
  }
}

extension Evaluation {
  package subscript(method: EvaluatedMethod) -> Method? { methods.first { $0.method == method } }

  /// Recall@20 of one method over that of another; `nil` where the other finds nothing.
  package func ratio(of one: EvaluatedMethod, to other: EvaluatedMethod) -> Double? {
    guard let one = self[one]?.metrics.recallAt20, let other = self[other]?.metrics.recallAt20,
      other > 0
    else { return nil }
    return one / other
  }

  /// The sizes of evidence that were tested, ascending.
  package var sizes: [Int] { queryCounts.keys.sorted() }

  /// The method that finds most among twenty.
  package var best: EvaluatedMethod {
    methods.max { $0.metrics.recallAt20 < $1.metrics.recallAt20 }?.method ?? .product
  }
}
