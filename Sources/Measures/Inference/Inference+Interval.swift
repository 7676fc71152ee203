extension Inference {
  /// The bounds around a shown probability, right about 9 times in 10.
  ///
  /// Wilson's interval on the effective number of reports, at most thirty for one technique of
  /// evidence, fifteen for two, and so on; `nil` if there are no reports.
  package func interval(around shown: Double) -> WilsonInterval? {
    WilsonInterval(
      share: shown, base: min(effectiveSize, Self.mostReports / Double(max(evidence.count, 1))))
  }

  private static let mostReports = 30.0
}
