package import Text

/// An ability of CALDERA, without its commands: the facts that these take and what their output gives.
package struct Ability: Equatable, Sendable {
  package let id: String
  package let name: String
  /// As it is written, without blanks around it.
  package let technique: String
  /// As they are written: `windows`, `linux`, `darwin`.
  package let platforms: [String]
  /// What its commands are filled with.
  package let consumed: Set<EnablingFact>
  /// What its parsers read from the output.
  package let parsed: Set<RelatedFact>
  /// What has to be known before it runs; bookkeeping of CALDERA is left out.
  package let required: Set<RelatedFact>
  package let place: TextPlace

  /// A fact; with a relation, how it is tied to another.
  package struct RelatedFact: Hashable, Sendable {
    package let source: EnablingFact
    package let target: EnablingFact?
    /// The relation as a fact of its own; `nil` where there is none.
    package let relation: EnablingFact?

    /// Its two ends.
    var ends: [EnablingFact] { [source] + [target].compactMap(\.self) }
  }
}
