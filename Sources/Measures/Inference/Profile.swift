/// Sixteen numbers for a technique, a report or a question: what is cited alike has like ones.
package typealias Profile = SIMD16<Double>

extension Profile {
  /// The sum of the products.
  @inline(__always)
  func dot(_ other: Profile) -> Double {
    let products = self * other
    let eight = products.lowHalf + products.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}
