package import Attack

/// What can be wrong in what is asked to be measured.
extension Notice.Kind {
  package static let ofMeasures = [unsettledNull, absentFromSubset, retiredInSubset, emptySubset]

  static let unsettledNull = Self(
    "unsettledNull", rank: 200,
    "models of chance that did not settle in 10,000 rounds, so that expected counts are "
      + "approximate")
  package static let absentFromSubset = Self(
    "absentFromSubset", rank: 201, isOrdinary: true,
    "names of subsets left out, which no bundle has")
  package static let retiredInSubset = Self(
    "retiredInSubset", rank: 202, isOrdinary: true,
    "ids of subsets left out, retired without a successor")
  package static let emptySubset = Self(
    "emptySubset", rank: 203, isOrdinary: true,
    "subsets without a page, having fewer than two techniques here")
}
