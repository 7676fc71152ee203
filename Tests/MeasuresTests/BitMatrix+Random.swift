import Corpora
import Measures

extension BitMatrix {
  /// A matrix of the given shape in which about `share` of the links are set.
  static func random(
    _ rowCount: Int, _ columnCount: Int, share: Double = 0.5, using random: inout SplitMix64
  ) -> BitMatrix {
    let rows = (0..<rowCount).map { _ in
      (0..<columnCount).filter { _ in Double.random(in: 0..<1, using: &random) < share }
    }
    return BitMatrix(rows: rows, columnCount: columnCount)
  }
}

extension SymmetricMatrix<Double> {
  /// Distances in 0...1, in steps of 1 / `steps` so that some are equal.
  static func random(_ count: Int, steps: Int, using random: inout SplitMix64) -> Self {
    SymmetricMatrix(count: count) {
      $0 == $1 ? 0 : Double(Int.random(in: 0...steps, using: &random)) / Double(steps)
    }
  }
}
