import Text

/// Something in the input that could not be used as it stands, and what was done about it.
package struct Notice: Hashable, Sendable {
  package let kind: Kind
  /// Where: the file, the object, the key; fit to be shown.
  package let place: String

  package init(_ kind: Kind, at place: String) {
    self.kind = kind
    self.place = TextCleaner.clean(place)
  }

  /// What happened.
  package enum Kind: String, CaseIterable, Sendable {
    case unreadableObject, duplicateObject, sharedID, missingID, danglingReference
    case withoutSuccessor, uncitedUse, cleanedText, unknownRelease, mixedReleases
    case unsettledNull
    case absentFromSubset, retiredInSubset, emptySubset, absentCluster, retiredEvidence
    case unknownEvidence, uncitedEvidence, noteOnNothing, ignoredText
  }
}

extension Notice.Kind {
  /// What it is and what was done about it; a count stands behind it.
  package var sentence: String {
    switch self {
    case .unreadableObject: "objects left out, with a field that is missing or of the wrong type"
    case .duplicateObject: "objects that stand twice in a bundle, of which the newest is used"
    case .sharedID: "live objects that share their ATT&CK id, of which the newest is used"
    case .missingID: "objects left out, without a name or an ATT&CK id of a known form"
    case .danglingReference: "references left out, to what no bundle holds"
    case .withoutSuccessor: "revoked objects without a successor, whose pages lead nowhere"
    case .uncitedUse: "uses of a technique that cite no report, shown but counted for none"
    case .cleanedText: "texts mended, too long or with characters that must not be shown"
    case .unknownRelease: "bundles that do not say their release (give it with --release)"
    case .mixedReleases:
      "bundles left out, for a newer release of their domain is there too (see --previous)"
    case .unsettledNull:
      "nulls that met not all report and technique totals in 10,000 rounds, so that expected counts "
        + "are near, not exact"
    case .absentFromSubset: "names of subsets left out, which no bundle has"
    case .retiredInSubset: "ids of subsets left out, retired without a successor"
    case .emptySubset: "subsets without a page, having fewer than two techniques here"
    case .absentCluster: "titles of clusters left out, whose id no cluster has here"
    case .retiredEvidence: "ids of what was seen followed to what took their place"
    case .unknownEvidence: "ids of what was seen left out, live in none of the bundles"
    case .uncitedEvidence: "ids of what was seen that no report cites, so that they tell nothing"
    case .noteOnNothing: "notes left out, on ids that have no page here"
    case .ignoredText: "pages or notes left out: only files that end in .md are read"
    }
  }

  /// How grave: what a careful reader of the data would want to see first stands first.
  package var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
