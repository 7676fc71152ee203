extension ReportVote {
  /// The bounds around a shown probability, right about 9 times in 10; as `Inference` has them.
  package func interval(around shown: Double) -> WilsonInterval? {
    WilsonInterval(aroundShown: shown, effectiveSize: effectiveSize, evidence: evidence.count)
  }
}
