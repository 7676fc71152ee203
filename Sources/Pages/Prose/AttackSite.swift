package import Attack
import Text

/// The addresses of MITRE's own pages.
package enum AttackSite {
  package static func address(of technique: TechniqueID) -> String {
    let path = technique.description.replacing(".", with: "/")
    return "https://attack.mitre.org/techniques/\(path)/"
  }

  static func address(of actor: Actor) -> String {
    "https://attack.mitre.org/\(actor.kind.collective)/\(actor.id)/"
  }

  static func address(of mitigation: Mitigation) -> String {
    "https://attack.mitre.org/mitigations/\(mitigation.id)/"
  }

  static func address(of strategy: DetectionStrategy) -> String {
    "https://attack.mitre.org/detectionstrategies/\(strategy.id)"
  }

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
