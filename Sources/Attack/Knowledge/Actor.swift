/// What uses techniques according to ATT&CK: a group, a piece of software, or a campaign.
package struct Actor: Sendable {
  package enum Kind: String, CaseIterable, Comparable, Sendable {
    case group, software, campaign

    /// The prefix of its ATT&CK ids.
    var prefix: String { String(rawValue.prefix(1)).uppercased() }

    package static func < (left: Kind, right: Kind) -> Bool { left.rank < right.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  package let kind: Kind
  /// Software that is a tool, which anybody may use, rather than malware.
  package let isTool: Bool
  package let id: ObjectID
  package let name: String
  /// Its other names.
  package let aliases: [String]
  package let description: String
  package let domains: [Domain]
  package let platforms: [String]
  package let references: [ExternalReference]
  /// The months in which it was first and last seen, `2019-08`; most campaigns have them.
  package let firstSeen: String?
  package let lastSeen: String?
  /// Where a team defines it; `nil` where MITRE does.
  package let definition: String?
  /// The team's own collection that it comes from; `nil` of ATT&CK's.
  package let collection: TeamCollection?
}
