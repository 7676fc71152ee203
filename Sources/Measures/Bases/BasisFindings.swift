package import Corpora

/// What is measured on a basis other than reports, with the formulas that reports are measured by.
///
/// Nothing is pooled: counts, expectation, p and q are of this basis alone.
package struct BasisFindings: Sendable {
  package let basis: Basis
  package let associations: Associations

  /// - Parameters:
  ///   - basis: of which all rows are measured.
  ///   - ids: of the techniques, rising.
  package init(_ basis: Basis, ids: [String]) async {
    self.basis = basis
    associations = await Associations(basis.matrix, ids: ids)
  }

  /// One of the techniques seen most often with another.
  package struct Partner: Sendable {
    package let association: Association
    /// `nil` where the basis has too few rows to say what stands out.
    package let grade: Grade?
    /// How many pieces of the groups' software list both by themselves; `nil` on other bases.
    package let software: Int?
  }
}

extension BasisFindings {
  package var rowCount: Int { basis.matrix.rowCount }

  /// Whether there are rows enough to tell what stands out.
  package var canStandOut: Bool { rowCount >= Self.fewestRows }

  /// The techniques seen most often with one, as by report; none of its family.
  package func seenMostOften(
    with technique: Int, most: Int = Associations.listLength
  ) -> [Partner] {
    associations.seenMostOften(with: technique, most: most).map { partner($0, of: technique) }
  }

  /// What the basis says of a pair, whether it is among the most frequent or not.
  package func partner(_ other: Int, of technique: Int) -> Partner {
    partner(associations[technique, other], of: technique)
  }

  private func partner(_ association: Association, of technique: Int) -> Partner {
    Partner(
      association: association, grade: canStandOut ? association.grade : nil,
      software: basis.kind == .groupWithSoftware
        ? basis.software.together(technique, association.partner) : nil)
  }

  /// With fewer rows only counts are told.
  private static let fewestRows = 100
}
