/// The mean over the cases of each size of evidence, then over the sizes that occur.
struct SizeMean: Equatable, Sendable {
  /// 0 if there are no cases.
  let value: Double

  /// - Parameters:
  ///   - values: of the cases.
  ///   - sizes: of their evidence.
  ///   - weights: how often each case counts; once, unless given.
  init(_ values: [Double], sizes: [Int], weights: [Double]? = nil) {
    var sums = Array(repeating: 0.0, count: (sizes.max() ?? 0) + 1)
    var totals = sums
    for (index, size) in sizes.enumerated() {
      let weight = weights?[index] ?? 1
      sums[size] += weight * values[index]
      totals[size] += weight
    }
    let means = zip(sums, totals).filter { $1 > 0 }.map { $0 / $1 }
    value = means.isEmpty ? 0 : means.reduce(0, +) / Double(means.count)
  }
}
