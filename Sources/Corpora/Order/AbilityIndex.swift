import Text

/// The techniques of CALDERA's abilities, by the ids of the abilities.
package struct AbilityIndex: Equatable, Sendable {
  private let techniques: [String: String]

  /// - Parameter abilities: of several with one id the first counts.
  package init(_ abilities: [Ability] = []) {
    techniques = Dictionary(abilities.map { ($0.id.lowercased(), $0.technique) }) { first, _ in
      first
    }
  }

  package var count: Int { techniques.count }

  /// The technique of an ability as its file has it; `nil` if the ability is not known.
  package subscript(id: String) -> String? { techniques[id.trimmed.lowercased()] }
}
