import Attack

/// What the counts of reports say of a pair of techniques.
struct PairTraits: OptionSet {
  let rawValue: UInt8

  /// No pair that may be drawn: a technique with itself, or with one of its family.
  static var excluded: PairTraits { PairTraits(rawValue: 1) }
  static var firm: PairTraits { PairTraits(rawValue: 2) }
  /// Firm or possible.
  static var standingOut: PairTraits { PairTraits(rawValue: 4) }
  /// In more reports together than expected.
  static var aboveExpected: PairTraits { PairTraits(rawValue: 8) }

  /// How many of some pairs have each.
  struct Counts {
    var firm = 0
    var standingOut = 0
    var aboveExpected = 0

    mutating func add(_ traits: PairTraits, _ times: Int) {
      firm += traits.contains(.firm) ? times : 0
      standingOut += traits.contains(.standingOut) ? times : 0
      aboveExpected += traits.contains(.aboveExpected) ? times : 0
    }
  }
}

extension PairTraits {
  init(_ first: Index<Technique>, _ second: Index<Technique>, _ associations: Associations) {
    guard first != second, !associations.isFamily(first, second) else {
      self = .excluded
      return
    }
    let pair = associations[first, second]
    self = []
    if pair.grade == .firm { insert(.firm) }
    if pair.grade.map(Grade.listed.contains) == true { insert(.standingOut) }
    if Double(pair.together) > pair.expected { insert(.aboveExpected) }
  }
}
