package import Attack

/// A choice of techniques to show together, as a team writes it down.
package struct SubsetDefinition: Sendable {
  /// The name of its page.
  package let name: String
  package let title: String
  /// Only of this domain; a build without it has no such page.
  package let domain: Domain?
  /// Ids that a bundle lacks are a notice, not an error.
  package let isOptional: Bool
  /// A technique includes its sub-techniques.
  package let withSubs: Bool
  package let selection: Selection
  /// Where it is written: `site.yml:14`.
  package let source: String

  package enum Selection: Sendable {
    case techniques([Choice])
    /// An id (`TA0002`), a name or a short name.
    case tactic(String)
    case eachTactic
    case platform(String)
    /// The techniques that a group uses: its id or name.
    case group(String)
    /// That many techniques, at random, of those that `references` reports or more cite.
    case random(seed: UInt64, count: Int, references: Int)

    /// Whether each technique is named.
    var isListed: Bool { if case .techniques = self { true } else { false } }
  }

  /// An id, and where it is written.
  package struct Choice: Sendable {
    package let id: TechniqueID
    package let source: String

    package init(_ id: TechniqueID, source: String) {
      self.id = id
      self.source = source
    }
  }

  package init(
    name: String, title: String, domain: Domain? = nil, isOptional: Bool = false,
    withSubs: Bool = false, selection: Selection, source: String
  ) {
    self.name = name
    self.title = title
    self.domain = domain
    self.isOptional = isOptional
    self.withSubs = withSubs
    self.selection = selection
    self.source = source
  }
}
