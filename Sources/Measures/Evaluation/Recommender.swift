/// A way to rank techniques by evidence: the kernel, or one of those it is measured against.
package protocol Recommender: Sendable {
  /// A score for every technique, the higher the better; evidence as rising columns.
  func scores(_ evidence: [Int]) -> [Double]
}

extension InferenceModel: Recommender {
  package func scores(_ evidence: [Int]) -> [Double] { infer(evidence).probabilities }
}
