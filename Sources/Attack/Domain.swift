/// One of ATT&CK's matrices of technology: `enterprise-attack`, `mobile-attack`, `ics-attack`.
///
/// A domain that is not known yet is one all the same: a new release must not break the build.
package struct Domain: Hashable, Sendable {
  /// As `x_mitre_domains` and Navigator layers write it.
  package let name: String

  package init(name: String) { self.name = name }

  package static let enterprise = Domain(name: "enterprise-attack")
  package static let mobile = Domain(name: "mobile-attack")
  package static let ics = Domain(name: "ics-attack")

  /// From the name of a kill chain or of ATT&CK's own catalogue; `nil` for others.
  package init?(catalogue: String) {
    switch catalogue {
    case "mitre-attack": self = .enterprise
    case "mitre-mobile-attack", "mitre-attack-mobile": self = .mobile
    case "mitre-ics-attack": self = .ics
    case "mitre-pre-attack": self = Domain(name: "pre-attack")
    default: return nil
    }
  }

  /// The name that readers see: `Enterprise`, `Mobile`, `ICS`.
  package var title: String {
    switch self {
    case .enterprise: "Enterprise"
    case .mobile: "Mobile"
    case .ics: "ICS"
    default: name
    }
  }
}

extension Domain: Comparable {
  private var rank: Int {
    [Self.enterprise, .mobile, .ics].firstIndex(of: self) ?? 3
  }

  package static func < (left: Domain, right: Domain) -> Bool {
    (left.rank, left.name) < (right.rank, right.name)
  }
}
