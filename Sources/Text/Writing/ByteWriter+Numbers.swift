/// How numbers become text, for all formats.
extension ByteWriter {
  /// `-12`.
  package mutating func integer(_ number: Int) {
    if number < 0 { put(byte: UInt8(ascii: "-")) }
    digits(UInt64(number.magnitude))
  }

  /// `1,762`.
  package mutating func count(_ number: Int) {
    if number < 0 { put(byte: UInt8(ascii: "-")) }
    grouped(UInt64(number.magnitude))
  }

  private mutating func grouped(_ number: UInt64) {
    guard number >= 1000 else { return digits(number) }
    grouped(number / 1000)
    put(byte: UInt8(ascii: ","))
    digits(number % 1000, atLeast: 3)
  }

  /// With that many digits after the point, halves rounded away from zero: `1.50`; `–` for NaN.
  package mutating func decimal(_ value: Double, _ places: Int) {
    guard value.isFinite else { return put("–") }
    let scale = Self.powers[places]
    let scaled = UInt64((abs(value) * Double(scale)).rounded(.toNearestOrAwayFromZero))
    if value < 0, scaled > 0 { put(byte: UInt8(ascii: "-")) }
    point(scaled, places)
  }

  /// A share as a percentage, `51`; what is more than nothing is never `0`, and what is less than
  /// all never `100`.
  package mutating func percent(_ share: Double) {
    if share > 0, share < 0.01 { return put("<1") }
    if share < 1, share > 0.99 { return put(">99") }
    decimal(share * 100, 0)
  }

  /// `10.5`; as above.
  package mutating func finePercent(_ share: Double) {
    if share > 0, share < 0.001 { return put("<0.1") }
    if share < 1, share > 0.999 { return put(">99.9") }
    decimal(share * 100, 1)
  }

  /// The shortest text that reads back to the same value, without `.0`.
  package mutating func exact(_ value: Double) {
    let text = value.description
    put(text: text.utf8.suffix(2).elementsEqual(".0".utf8) ? text.dropLast(2) : text[...])
  }

  /// To nine significant digits and to as many after the point: `1.076923077`.
  package mutating func fine(_ value: Double) {
    let whole = Self.powers.prefix { Double($0) <= abs(value) }.count
    significant(value, 9 + whole)
  }

  /// As `%.*g` of the C library: with that many significant digits, without trailing zeros.
  package mutating func significant(_ value: Double, _ precision: Int) {
    if value == 0, value.sign == .plus { return put("0") }
    guard let rounded = RoundedDecimal(abs(value), precision) else {
      return printed(value, precision)
    }
    if value < 0 { put(byte: UInt8(ascii: "-")) }
    let (coefficient, exponent) = (rounded.coefficient, rounded.exponent)
    switch exponent {
    case -4..<0:
      put("0.")
      digits(coefficient, atLeast: rounded.precision - exponent - 1)
    case 0..<precision:
      let missing = exponent - rounded.precision + 1
      missing > 0 ? digits(coefficient * Self.powers[missing]) : point(coefficient, -missing)
    default:
      point(coefficient, rounded.precision - 1)
      put(exponent < 0 ? "e-" : "e+")
      digits(UInt64(exponent.magnitude), atLeast: 2)
    }
  }

  /// A number with its point before its last digits.
  private mutating func point(_ number: UInt64, _ places: Int) {
    guard places > 0 else { return digits(number) }
    digits(number / Self.powers[places])
    put(byte: UInt8(ascii: "."))
    digits(number % Self.powers[places], atLeast: places)
  }

  /// Of ten, as far as 64 bits hold them.
  static let powers: [UInt64] = (0...19).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
}
