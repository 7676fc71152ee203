/// The methods of the evaluation: those of this tool, then what they are measured against.
package enum EvaluatedMethod: String, CaseIterable, Codable, Sendable {
  /// The vote of reports, in its two orders.
  case telling, likely
  /// Reports weigh by the evidence that they hold, and by nothing else.
  case kernel
  case rowPercentage
  case factorization
  case popularity

  /// What a reader sees first.
  package static let product = telling

  /// Whether it is an order of this tool's own.
  package var isOurs: Bool { self == .telling || self == .likely }
}
