package import Corpora

/// What a team covers, and what that leaves open.
package struct CoverageFindings: Sendable {
  package let coverage: Coverage
  package let gaps: CoverageGaps

  package init(_ coverage: Coverage, _ gaps: CoverageGaps) {
    self.coverage = coverage
    self.gaps = gaps
  }
}
