/// Equations for the profile of a row, given the profiles of what it cites:
/// `(g V'V + sum v v' + ridge I) x = sum v`.
struct ProfileEquations {
  private let others: [Profile]
  /// How many rows each of the others stands for; one, unless given.
  private let counts: [Int]?
  /// What they all say, cited or not: `g V'V`.
  private let all: ProfileMatrix

  init(_ others: [Profile], counts: [Int]? = nil) {
    var all = ProfileMatrix()
    for (index, other) in others.enumerated() { all.addSquare(other, times: counts?[index] ?? 1) }
    all.scale(by: Self.uncited)
    self.others = others
    self.counts = counts
    self.all = all
  }

  /// The profile of a row that cites these.
  ///
  /// - Parameters:
  ///   - indices: what the row cites.
  ///   - ridge: how strongly the profile is held near zero; above 0.
  /// - Returns: zero of a row that cites nothing.
  func solution(citing indices: [Int], ridge: Double) -> Profile {
    var matrix = all
    var target = Profile.zero
    for index in indices {
      let count = counts?[index] ?? 1
      matrix.addSquare(others[index], times: count)
      target += others[index] * Double(count)
    }
    matrix.addRidge(ridge)
    return matrix.factor().solution(target)
  }

  /// The profiles of many rows.
  ///
  /// A short row is solved by as many equations as it cites, since the matrix without it is the same
  /// for all: with `A = g V'V + ridge I` and W the profiles that the row cites,
  /// `x = A^-1 W' (I + W A^-1 W')^-1 1`.
  func solutions(citing rows: [[Int]], ridge: Double) -> [Profile] {
    var matrix = all
    matrix.addRidge(ridge)
    let inverse = matrix.factor().inverse
    let solved = others.map { other in
      inverse.indices.reduce(Profile.zero) { $0 + inverse[$1] * other[$1] }
    }
    var system = ShortSystem()
    return rows.map { row in
      row.count > ShortSystem.most || counts != nil
        ? solution(citing: row, ridge: ridge) : system.solution(citing: row, others, solved)
    }
  }

  /// How much it counts that something is not cited (g).
  private static let uncited = 0.05
}
