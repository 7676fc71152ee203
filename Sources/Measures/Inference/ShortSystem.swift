/// As many equations as a short row cites: `(I + W A^-1 W') y = 1`, and then `x = A^-1 W' y`.
///
/// Source: M. A. Woodbury, "Inverting Modified Matrices", Memorandum Report 42, Statistical Research
/// Group, Princeton (1950).
struct ShortSystem {
  /// Room for Cholesky's factor, row by row, and for the solution.
  private var factor = Array(repeating: 0.0, count: most * most)
  private var values = Array(repeating: 0.0, count: most)

  /// Longer rows are quicker by the whole matrix.
  static let most = 24

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
    let size = indices.count
    for row in 0..<size {
      let own = solved[indices[row]]
      var value = 1.0
      for column in 0...row {
        var entry = (own * others[indices[column]]).sum()
        if column == row { entry += 1 }
        for inner in 0..<column {
          entry -= factor[row * size + inner] * factor[column * size + inner]
        }
        factor[row * size + column] =
          column == row ? entry.squareRoot() : entry / factor[column * size + column]
        if column < row { value -= factor[row * size + column] * values[column] }
      }
      values[row] = value / factor[row * size + row]
    }
    var profile = Profile.zero
    for row in (0..<size).reversed() {
      var value = values[row]
      for later in (row + 1)..<size { value -= factor[later * size + row] * values[later] }
      values[row] = value / factor[row * size + row]
      profile += solved[indices[row]] * values[row]
    }
    return profile
  }
}
