/// A symmetric matrix over profiles, 16 by 16: positive definite once a ridge is added.
///
/// Of each of the first eight rows the whole is kept, of the others the right half, since the left
/// one stands in the first rows.
struct ProfileMatrix {
  private var top = InlineArray<8, Profile>(repeating: .zero)
  private var bottom = InlineArray<8, Half>(repeating: .zero)

  private typealias Half = SIMD8<Double>

  /// Adds `profile profile'`, so many times.
  mutating func addSquare(_ profile: Profile, times count: Int) {
    let scaled = profile * Double(count)
    let half = profile.highHalf
    for row in 0..<8 {
      top[row] += profile * scaled[row]
      bottom[row] += half * scaled[row + 8]
    }
  }

  mutating func scale(by factor: Double) {
    for row in 0..<8 {
      top[row] *= factor
      bottom[row] *= factor
    }
  }

  mutating func addRidge(_ ridge: Double) {
    for row in 0..<8 {
      top[row][row] += ridge
      bottom[row][row] += ridge
    }
  }

  /// Cholesky's factor of this matrix.
  consuming func factor() -> CholeskyFactor {
    var columns = Array(repeating: Profile.zero, count: 16)
    for pivot in 0..<8 {
      let root = top[pivot][pivot].squareRoot()
      var column = top[pivot] / root
      column[pivot] = root
      columns[pivot] = column
      for row in (pivot + 1)..<8 { top[row] -= column * column[row] }
      let half = column.highHalf
      for row in 0..<8 { bottom[row] -= half * half[row] }
    }
    for pivot in 0..<8 {
      let root = bottom[pivot][pivot].squareRoot()
      var column = bottom[pivot] / root
      column[pivot] = root
      columns[pivot + 8] = Profile(lowHalf: .zero, highHalf: column)
      for row in (pivot + 1)..<8 { bottom[row] -= column * column[row] }
    }
    return CholeskyFactor(columns: columns)
  }
}
