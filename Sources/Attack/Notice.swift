/// Something in the input that could not be used as it stands, and what was done about it.
package struct Notice: Hashable, Sendable {
  package let kind: Kind
  /// Where: the file, the object, the key.
  package let place: String

  package init(_ kind: Kind, at place: String) {
    self.kind = kind
    self.place = place
  }

  /// What happened; each case carries its own sentence.
  package enum Kind: String, CaseIterable, Sendable {
    case unreadableObject, duplicateObject, sharedID, missingID, danglingReference
    case withoutSuccessor, uncitedUse, cleanedText, unknownRelease, mixedReleases
    case absentFromSubset, retiredInSubset, emptySubset
  }
}

extension Notice.Kind {
  /// What it means and what was done, as the end of a sentence that begins with a count.
  package var sentence: String {
    switch self {
    case .unreadableObject: "objects have a field that is missing or of the wrong type: left out"
    case .duplicateObject: "objects stand more than once in a bundle: the newest is used"
    case .sharedID: "live objects share their ATT&CK id with another: the newest is used"
    case .missingID: "objects have no ATT&CK id of a known form: left out"
    case .danglingReference: "relationships point to an object that no bundle holds: left out"
    case .withoutSuccessor: "revoked objects name no successor: their pages lead nowhere"
    case .uncitedUse: "uses of a technique cite no report: shown, but counted for no report"
    case .cleanedText: "texts held characters that are not shown, or were too long: mended"
    case .unknownRelease: "bundles do not say their release: give it with --release"
    case .mixedReleases: "domains are read from more than one release: the newest object is used"
    case .absentFromSubset: "ids of a subset are in none of the bundles: left out of it"
    case .retiredInSubset: "ids of a subset are retired without a successor: left out of it"
    case .emptySubset: "subsets have fewer than two techniques here: they have no page"
    }
  }

  /// How grave: what a careful reader of the data would want to see first stands first.
  package var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
