public import Attack

/// Tests write an index as a number; the product cannot.
extension Index: ExpressibleByIntegerLiteral {
  public init(integerLiteral number: Int) { self.init(number) }
}
