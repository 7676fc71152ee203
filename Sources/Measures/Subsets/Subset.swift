/// A choice of techniques as it comes out on the loaded bundles.
package struct Subset: Sendable {
  package let name: String
  package let title: String
  package let withSubs: Bool
  /// By id.
  package let members: [Member]
  /// What a reader should know of ids that are not here, in words.
  package let remarks: [String]

  package struct Member: Sendable {
    /// A place in `Knowledge.techniques`.
    package let technique: Int
    /// What counts as it: itself, and its sub-techniques where asked for.
    package let columns: [Int]
  }
}

/// Why a subset cannot be had.
package struct SubsetFault: Error, Equatable {
  /// Where it is written: `site.yml:14`.
  package let source: String
  package let subset: String
  /// What is not there: `technique T9999`.
  package let missing: String

  package init(source: String, subset: String, missing: String) {
    self.source = source
    self.subset = subset
    self.missing = missing
  }
}
