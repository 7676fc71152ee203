package import Measures
import Text

// The names of what is evaluated, for the command and the page alike.

extension EvaluatedMethod {
  package var name: String {
    switch self {
    case .telling: "this tool, telling"
    case .likely: "this tool, likely"
    case .kernel: "held evidence alone"
    case .rowPercentage: "row percentage"
    case .factorization: "TIE’s WALS"
    case .popularity: "popularity"
    }
  }
}

extension ListingRule {
  package var name: String {
    switch self {
    case .popularity: "the most reported"
    case .share: "row percentage"
    case .lift: "lift"
    case .normalizedPMI: "NPMI"
    case .pValue: "p-value"
    case .lowerBound: "lower bound, full lists"
    case .standingOut: "what stands out here"
    }
  }
}

extension EvaluationGoals.Measure {
  package var name: String {
    switch self {
    case .overFactorization: "recall@20, likely first, over TIE’s WALS"
    case .overPopularity: "recall@20, likely first, over popularity"
    case .recall: "recall@20, most telling first"
    case .surprise: "surprise recall@10, telling first"
    case .errorOverall: "calibration error, all pairs"
    case .errorTopTwenty: "calibration error, top 20"
    case .errorBySize: "the same, worst size of evidence"
    }
  }

  /// The digits that its numbers are shown with.
  package var digits: Int { isRatio ? 3 : 4 }

  fileprivate var isRatio: Bool { self == .overFactorization || self == .overPopularity }
}

extension EvaluationGoals.Goal {
  /// `at least 1.14`.
  package var boundText: String {
    "\(measure.isAtLeast ? "at least" : "at most") "
      + Format.decimal(bound, measure.isRatio ? 2 : 3)
  }

  package var valueText: String { Format.decimal(value, measure.digits) }
}
