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

  /// Of a collection of MITRE's own, by its STIX id, which all its releases have; `nil` for others.
  package init?(collection id: String) {
    switch id {
    case "x-mitre-collection--1f5f1533-f617-4ca8-9ab4-6a02367fa019": self = .enterprise
    case "x-mitre-collection--dac0d2d7-8653-445c-9bff-82f934c1e858": self = .mobile
    case "x-mitre-collection--90c00720-636b-4485-b342-8751d232bf09": self = .ics
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

extension Sequence<Domain> {
  /// The one that most of them are, of equals the first in order; `nil` of none.
  package var mostFrequent: Domain? {
    var counts: [Domain: Int] = [:]
    for domain in self { counts[domain, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
