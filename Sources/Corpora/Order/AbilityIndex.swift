import Text
import Yams

/// The techniques of CALDERA's abilities, by the ids of the abilities.
package struct AbilityIndex: Equatable, Sendable {
  private var techniques: [String: String] = [:]

  package init() {}

  package static let none = AbilityIndex()

  package var count: Int { techniques.count }

  /// The technique of an ability as its file has it; `nil` if the ability is not known.
  package subscript(id: String) -> String? { techniques[id.trimmed.lowercased()] }

  /// Takes the abilities of a file; of several with one id the first counts.
  ///
  /// An ability has an `id` (or `ability_id`), and its technique as `technique.attack_id` or as `technique_id`.
  ///
  /// - Parameter bytes: as they lie in the file; YAML.
  /// - Returns: how many abilities the file has.
  /// - Throws: `ReportError` of what is no YAML.
  @discardableResult
  package mutating func add(_ bytes: [UInt8]) throws(ReportError) -> Int {
    let abilities = try YAMLDocument(bytes).entries.compactMap(Self.ability)
    for (id, technique) in abilities where techniques[id] == nil { techniques[id] = technique }
    return abilities.count
  }

  private static func ability(_ entry: Node) -> (id: String, technique: String)? {
    guard let id = entry["id"]?.shortText ?? entry["ability_id"]?.shortText,
      let technique = entry["technique"]?["attack_id"]?.shortText
        ?? entry["technique_id"]?.shortText
    else { return nil }
    return (id.lowercased(), technique)
  }
}
