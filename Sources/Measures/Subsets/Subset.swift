package import Attack

/// A choice of techniques, resolved against the loaded bundles.
package struct Subset: Sendable {
  package let name: String
  package let title: String
  package let withSubs: Bool
  /// Whether its members were named one by one, so that its maps hold those too that no report
  /// cites with another.
  package let isListed: Bool
  /// By id.
  package let members: IndexedList<Member, Member>
  /// What a reader should know of ids that are not here, in words.
  package let remarks: [String]

  package struct Member: Sendable {
    package let technique: Index<Technique>
    /// The techniques counted as the member: itself, and its sub-techniques if asked for.
    package let techniques: [Index<Technique>]
  }
}

/// Why a subset cannot be made.
///
/// `source` is where it is written: `site.yml:14`.
package enum SubsetError: Error, Equatable {
  /// What it names is not there: `technique T9999`.
  case missing(String, subset: String, source: String)
  /// Another has its name, as one of each tactic has the tactic's id.
  case twin(subset: String, source: String)
}
