/// What can be wrong in bundles.
extension Notice.Kind {
  package static let ofBundles = [
    unreadableObject, duplicateObject, sharedID, missingID, danglingReference, withoutSuccessor,
    uncitedUse, cleanedText, unknownRelease, mixedReleases, unknownPhase, impossibleDate,
    partialEnvelope,
  ]

  package static let unreadableObject = Self(
    "unreadableObject", rank: 100,
    "objects left out, with a field that is missing or of the wrong type")
  package static let duplicateObject = Self(
    "duplicateObject", rank: 101,
    "objects that stand twice in a bundle, of which the newest is used")
  package static let sharedID = Self(
    "sharedID", rank: 102, "live objects that share their ATT&CK id, of which the newest is used")
  package static let missingID = Self(
    "missingID", rank: 103,
    "objects left out, without a name or an id of ATT&CK’s form, or of `id_patterns` in site.yml")
  package static let danglingReference = Self(
    "danglingReference", rank: 104, "references left out, to what no bundle holds")
  package static let withoutSuccessor = Self(
    "withoutSuccessor", rank: 105, isOrdinary: true,
    "revoked objects without a successor, whose pages lead nowhere")
  package static let uncitedUse = Self(
    "uncitedUse", rank: 106, isOrdinary: true,
    "uses of a technique for which ATT&CK names no report, shown but in no count")
  package static let cleanedText = Self(
    "cleanedText", rank: 107, isOrdinary: true,
    "texts shortened or cleaned, too long or with characters that must not be shown")
  package static let unknownRelease = Self(
    "unknownRelease", rank: 108, "bundles that do not say their release")
  package static let mixedReleases = Self(
    "mixedReleases", rank: 109,
    "bundles left out, for a newer release of their collection is there too")
  package static let unknownPhase = Self(
    "unknownPhase", rank: 110,
    "phases that techniques name and no tactic has")
  package static let impossibleDate = Self(
    "impossibleDate", rank: 111, "dates that cannot be, taken as unknown")
  package static let partialEnvelope = Self(
    "partialEnvelope", rank: 112,
    "answers of a TAXII server that say that more follow, so that objects are missing")
}
