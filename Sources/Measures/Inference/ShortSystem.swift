/// As many equations as a short row cites: `(I + W A^-1 W') y = 1`, and then `x = A^-1 W' y`.
///
/// Source: M. A. Woodbury, "Inverting Modified Matrices", Memorandum Report 42, Statistical Research
/// Group, Princeton (1950).
struct ShortSystem {
  /// Room for Cholesky's factor, row by row, and for the solution.
  private var room = Array(repeating: 0.0, count: (most + 1) * most)

  /// Longer rows are quicker by the whole matrix.
  static let most = 20

  /// The profile of a row (x).
  ///
  /// - Parameters:
  ///   - indices: what the row cites (W), at most `most`.
  ///   - others: the profiles that it chooses from.
  ///   - solved: `A^-1` times each of these.
  /// - Returns: zero of a row that cites nothing.
  mutating func solution(
    citing indices: [Int], _ others: [Profile], _ solved: [Profile]
  ) -> Profile {
    room.withUnsafeMutableBufferPointer { room in
      let values = UnsafeMutableBufferPointer(rebasing: room[(Self.most * Self.most)...])
      Self.eliminate(indices, others, solved, factor: room, values)
      return Self.substituteBack(indices, solved, factor: room, values)
    }
  }

  private static func eliminate(
    _ indices: [Int], _ others: [Profile], _ solved: [Profile],
    factor: UnsafeMutableBufferPointer<Double>, _ values: UnsafeMutableBufferPointer<Double>
  ) {
    for row in indices.indices {
      let own = solved[indices[row]]
      let start = row * most
      var (value, diagonal) = (1.0, 1 + own.dot(others[indices[row]]))
      for column in 0..<row {
        var entry = own.dot(others[indices[column]])
        for inner in 0..<column { entry -= factor[start + inner] * factor[column * most + inner] }
        entry /= factor[column * most + column]
        factor[start + column] = entry
        diagonal -= entry * entry
        value -= entry * values[column]
      }
      let root = diagonal.squareRoot()
      factor[start + row] = root
      values[row] = value / root
    }
  }

  private static func substituteBack(
    _ indices: [Int], _ solved: [Profile], factor: UnsafeMutableBufferPointer<Double>,
    _ values: UnsafeMutableBufferPointer<Double>
  ) -> Profile {
    var profile = Profile.zero
    for row in indices.indices.reversed() {
      var value = values[row]
      for later in (row + 1)..<indices.count {
        value -= factor[later * most + row] * values[later]
      }
      values[row] = value / factor[row * most + row]
      profile += solved[indices[row]] * values[row]
    }
    return profile
  }
}
