import Attack

/// What can be wrong in what was seen, or looked for.
extension Notice.Kind {
  static let retiredEvidence = Self(
    "retiredEvidence", rank: 400, "ids of techniques followed to what took their place")
  static let unknownEvidence = Self(
    "unknownEvidence", rank: 401, "ids of techniques left out, which no bundle has in use")
  static let uncitedEvidence = Self(
    "uncitedEvidence", rank: 402,
    "ids of what was seen that no report cites, so that they tell nothing")
}
