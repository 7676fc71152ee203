/// A way to rank techniques by evidence, to measure the vote against.
package protocol Recommender: Sendable {
  /// A score for every technique, the higher the better; evidence as ascending columns.
  func scores(_ evidence: [Int]) -> [Double]
}
