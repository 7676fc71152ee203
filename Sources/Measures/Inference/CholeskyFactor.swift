/// The lower triangular factor L of a matrix `L L'`; what stands above the diagonal is not read.
struct CholeskyFactor {
  let columns: [Profile]

  /// The x of `L L' x = target`.
  func solution(_ target: Profile) -> Profile {
    var rest = target
    var solution = Profile.zero
    for row in 0..<16 {
      solution[row] = rest[row] / columns[row][row]
      rest -= columns[row] * solution[row]
    }
    for row in (0..<16).reversed() {
      var value = solution[row]
      for later in (row + 1)..<16 { value -= columns[row][later] * solution[later] }
      solution[row] = value / columns[row][row]
    }
    return solution
  }

  /// The columns of the inverse of `L L'`.
  var inverse: [Profile] {
    (0..<16).map { column in
      var unit = Profile.zero
      unit[column] = 1
      return solution(unit)
    }
  }
}
