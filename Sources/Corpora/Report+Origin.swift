extension Report {
  /// Who cites a report, or says in which order its techniques were; the most public first.
  package struct Origin: Hashable, Sendable {
    /// 0 is ATT&CK, then come public sets by their numbers, and the team is last.
    private let rank: UInt8

    /// A release of ATT&CK.
    package static let attack = Origin(rank: 0)
    /// Public flows, which bring order alone.
    package static let flows = Origin(rank: .max - 1)
    /// The team that the site is built for.
    package static let team = Origin(rank: .max)

    /// A third party's public set of reports, by its number among them; there can be 34.
    package static func set(_ number: Int) -> Origin { Origin(rank: UInt8(number + 1)) }

    /// The most public sets that a corpus can have: each has a letter or digit of its own for browsers.
    package static let mostSets = 34

    private init(rank: UInt8) { self.rank = rank }

    /// The number of a public set; `nil` for all else.
    package var set: Int? { (1...UInt8(Self.mostSets)).contains(rank) ? Int(rank) - 1 : nil }

    /// Whether it stays on a site for the public.
    package var isPublic: Bool { self != .team }
  }
}

extension Report.Origin: Comparable {
  package static func < (left: Report.Origin, right: Report.Origin) -> Bool {
    left.rank < right.rank
  }
}
