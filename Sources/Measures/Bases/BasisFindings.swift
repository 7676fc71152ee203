package import Attack
package import Corpora

/// What is measured on a basis other than reports, with the formulas that reports are measured by.
///
/// Nothing is pooled: counts, expectation and p are of this basis alone.
package struct BasisFindings: Sendable {
  package let basis: Basis
  package let ratios: PairRatios
  /// For each technique the ten seen most often with it, as by report; none of its family.
  package private(set) var seenMostOften: IndexedList<Technique, [Partner]> = []

  private let families: TechniqueFamilies
  /// `nil` if the basis has too few rows to judge what stands out.
  private let tails: PairTails?

  /// - Parameters:
  ///   - basis: of which all rows are measured.
  ///   - ids: of the techniques, ascending.
  package init(_ basis: Basis, ids: IndexedList<Technique, String>) async {
    self.basis = basis
    ratios = PairRatios(basis.matrix)
    families = TechniqueFamilies(ids)
    tails =
      basis.matrix.rowCount >= Self.fewestRows
      ? await PairTails(ratios.counts, ratios.expected.model) : nil
    let findings = self
    seenMostOften = await IndexedList(concurrentlyFor: ids.indices) { findings.ten(of: $0) }
  }

  /// One of the techniques that are seen with another.
  package struct Partner: Sendable {
    package let pair: PairRatio
    /// Whether one is the other's sub-technique, or both are subs of one parent.
    package let isFamily: Bool
    /// `nil` if the basis has too few rows to judge what stands out.
    package let grade: Grade?
    /// How many pieces of the groups' software list both by themselves; `nil` on other bases.
    package let software: Int?
  }

  /// With fewer rows only counts are shown.
  private static let fewestRows = 100
}

extension BasisFindings {
  package var counts: PairCounts { ratios.counts }

  package var rowCount: Int { basis.matrix.rowCount }

  /// Whether there are enough rows to judge what stands out.
  package var canStandOut: Bool { tails != nil }

  /// The measures of a pair on this basis, whether it is among the most frequent or not.
  package func partner(_ other: Index<Technique>, of technique: Index<Technique>) -> Partner {
    let pair = ratios[technique, other]
    return Partner(
      pair: pair, isFamily: families.isFamily(technique, other),
      grade: tails.flatMap { Grade(pair, pValue: $0.pValue(technique, other)) },
      software: basis.kind == .groupWithSoftware
        ? basis.software.together(technique.number, other.number) : nil)
  }

  private func ten(of technique: Index<Technique>) -> [Partner] {
    ratios.partners(of: technique, outside: families).mostFrequent(Associations.listLength)
      .map { partner($0.partner, of: technique) }
  }
}
