/// A positive number rounded to some significant digits, exactly as the C library's `printf` does.
///
/// The number times a power of ten is a `Double` and its error, which one fused step gives exactly;
/// so it is known on which side of a half it lies. That holds for powers that are `Double`s
/// themselves, up to ten to the 22.
struct RoundedDecimal {
  /// Its digits, without trailing zeros.
  private(set) var coefficient: UInt64
  /// How many digits it has.
  private(set) var precision: Int
  /// The power of ten of its first digit.
  private(set) var exponent: Int

  /// Nothing where the product would not be exact.
  ///
  /// - Parameters:
  ///   - value: a normal number above 0.
  ///   - precision: significant digits, up to 15.
  init?(_ value: Double, _ precision: Int) {
    guard (1...15).contains(precision), value.isNormal else { return nil }
    exponent = Int((Double(value.exponent) * 0.30103).rounded(.down))
    coefficient = 0
    self.precision = precision
    guard round(value) || round(value) || round(value) else { return nil }
    while coefficient.isMultiple(of: 10) {
      coefficient /= 10
      self.precision -= 1
    }
  }

  /// Rounds with the exponent guessed so far.
  ///
  /// - Returns: false where the guess was wrong; then the next one is nearer.
  private mutating func round(_ value: Double) -> Bool {
    guard let (product, error) = Self.scaled(value, by: precision - 1 - exponent) else {
      return false
    }
    let most = Double(ByteWriter.powers[precision])
    if product < most / 10 || product == most / 10 && error < 0 {
      exponent -= 1
      return false
    }
    let whole = product.rounded(.down)
    let half = product - whole - 0.5
    let isOdd = !UInt64(whole).isMultiple(of: 2)
    let isUp = half > 0 || half == 0 && (error > 0 || error == 0 && isOdd)
    guard whole + (isUp ? 1 : 0) < most else {
      exponent += 1
      return false
    }
    coefficient = UInt64(whole) + (isUp ? 1 : 0)
    return true
  }

  /// `value` times ten to the `power`, and the sign of what that leaves out.
  private static func scaled(_ value: Double, by power: Int) -> (product: Double, error: Double)? {
    guard abs(power) < powers.count else { return nil }
    let ten = powers[abs(power)]
    if power >= 0 {
      let product = value * ten
      return (product, (-product).addingProduct(value, ten))
    }
    let quotient = value / ten
    return (quotient, value.addingProduct(-quotient, ten))
  }

  /// Those of ten that are exact.
  private static let powers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
