package import Attack
import Text

/// Where ATT&CK's objects are defined: on MITRE's own pages, or where a team says that it does.
package enum AttackSite {
  /// Of a technique by its id; `definition` is a team's own address of it, if there is one.
  package static func address(of technique: TechniqueID, _ definition: String?) -> String {
    own(definition)
      ?? "\(mitre)techniques/\(technique.description.replacing(".", with: "/"))/"
  }

  static func address(of actor: Actor) -> String {
    own(actor.definition) ?? "\(mitre)\(actor.kind.collective)/\(actor.id)/"
  }

  static func address(of mitigation: Mitigation) -> String {
    own(mitigation.definition) ?? "\(mitre)mitigations/\(mitigation.id)/"
  }

  static func address(of strategy: DetectionStrategy) -> String {
    own(strategy.definition) ?? "\(mitre)detectionstrategies/\(strategy.id)"
  }

  /// The line of a page that leads to a definition, named by its host.
  static func fact(_ address: String) -> Fact {
    Fact("Definition", MarkdownText.link(host(of: address), address))
  }

  private static func own(_ definition: String?) -> String? {
    definition.flatMap { WebAddress.isAllowed($0) ? $0 : nil }
  }

  private static func host(of address: String) -> String {
    let rest = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).last
    return rest.map { String($0.prefix { !"/?#".contains($0) }) } ?? address
  }

  private static let mitre = "https://attack.mitre.org/"

  /// The ATT&CK id of the object at an address: `T1055.011` for
  /// `https://attack.mitre.org/techniques/T1055/011/`; `nil` for other addresses.
  static func id(in address: ArraySlice<UInt8>) -> String? {
    for start in starts {
      guard let site = address.dropping(start) else { continue }
      let path = site.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
      let parts = path.split(separator: UInt8(ascii: "/"))
      guard (2...3).contains(parts.count) else { return nil }
      return parts.dropFirst().map(\.text).joined(separator: ".")
    }
    return nil
  }

  private static let starts = ["https://attack.mitre.org/", "http://attack.mitre.org/"]
}
