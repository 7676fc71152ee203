extension WilsonInterval {
  /// Wilson's interval on the effective number of reports, at most thirty for one technique of
  /// evidence, fifteen for two, and so on; `nil` if there are no reports.
  init?(aroundShown shown: Double, effectiveSize: Double, evidence count: Int) {
    self.init(share: shown, base: min(effectiveSize, Self.mostReports / Double(max(count, 1))))
  }

  private static let mostReports = 30.0
}
