/// Equations for the profile of a row, given the profiles of what it cites:
/// `(g V'V + sum v v' + ridge I) x = sum v`.
struct ProfileEquations {
  /// A symmetric matrix.
  private var rows = Array(repeating: Profile.zero, count: Profile.scalarCount)
  private var target = Profile.zero

  /// What all profiles of the other side say, cited or not: `g V'V`.
  ///
  /// - Parameters:
  ///   - others: the profiles (V).
  ///   - counts: how many rows each of them stands for; one, unless given.
  init(_ others: [Profile], counts: [Int]? = nil) {
    for (index, other) in others.enumerated() { addSquare(other, times: counts?[index] ?? 1) }
    for row in rows.indices { rows[row] *= Self.uncited }
  }

  /// Adds something that is cited, so many times.
  private mutating func add(_ other: Profile, times count: Int = 1) {
    addSquare(other, times: count)
    target += other * Double(count)
  }

  private mutating func addSquare(_ other: Profile, times count: Int) {
    let scaled = other * Double(count)
    for row in rows.indices { rows[row] += other * scaled[row] }
  }

  /// By Cholesky's decomposition, the sums in the order of the indices; a ridge above 0 makes
  /// sure of a solution.
  private consuming func solution(ridge: Double) -> Profile {
    for row in rows.indices { rows[row][row] += ridge }
    return substituteBack(eliminate())
  }

  /// The profile of a row.
  ///
  /// - Parameters:
  ///   - indices: what the row cites.
  ///   - others: the profiles that the equations began with.
  ///   - counts: how many rows each of them stands for; one, unless given.
  ///   - ridge: how strongly the profile is held near zero; above 0.
  /// - Returns: zero of a row that cites nothing.
  func solution(
    citing indices: [Int], of others: [Profile], counts: [Int]? = nil, ridge: Double
  ) -> Profile {
    var equations = self
    for index in indices { equations.add(others[index], times: counts?[index] ?? 1) }
    return equations.solution(ridge: ridge)
  }

  /// Turns the rows into the columns of Cholesky's factor; the target divided by it.
  private mutating func eliminate() -> Profile {
    var divided = Profile.zero
    for pivot in rows.indices {
      let root = rows[pivot][pivot].squareRoot()
      var column = rows[pivot] / root
      column[pivot] = root
      rows[pivot] = column
      for row in (pivot + 1)..<rows.endIndex { rows[row] -= column * column[row] }
      divided[pivot] = target[pivot] / root
      target -= column * divided[pivot]
    }
    return divided
  }

  /// Divides by the transpose of the factor.
  private func substituteBack(_ divided: Profile) -> Profile {
    var solution = divided
    for row in rows.indices.reversed() {
      let column = rows[row]
      var rest = solution[row]
      for later in (row + 1)..<rows.endIndex { rest -= column[later] * solution[later] }
      solution[row] = rest / column[row]
    }
    return solution
  }

  /// How much it counts that something is not cited (g).
  private static let uncited = 0.05
}
