package import Attack

extension Associations {
  /// Partners above their expectation, firm or possible, the highest lower bound first.
  ///
  /// None for a technique of fewer than five reports, and none of its own family.
  ///
  /// - Parameters:
  ///   - technique: the one.
  ///   - all: its partners.
  ///   - most: how many are listed.
  /// - Returns: of its partners those that stand out.
  func standingOut(
    from technique: Index<Technique>, among all: [Association], most: Int
  ) -> [Association] {
    guard counts.total(technique) >= Self.smallestBase else { return [] }
    let listed = all.filter {
      !$0.isFamily && ($0.grade == .firm || $0.grade == .possible)
    }
    return Array(listed.sorted(by: Self.isHigher).prefix(most))
  }

  /// Partners by the number of reports, the general favourites first; none of the family.
  package func seenMostOften(
    with technique: Index<Technique>, most: Int = listLength
  ) -> [Association] {
    partners(of: technique).filter { !$0.isFamily }.mostFrequent(most)
  }

  /// Every other technique that some report cites together with this one, ascending.
  package func partners(of technique: Index<Technique>) -> [Association] {
    ratios.partners(of: technique).map { self[technique, $0] }
  }

  /// How many partners it has.
  package func partnerCount(of technique: Index<Technique>) -> Int {
    ratios.partners(of: technique).count
  }

  private static func isHigher(_ a: Association, _ b: Association) -> Bool {
    (-a.ratio.lower, -a.together, a.partner) < (-b.ratio.lower, -b.together, b.partner)
  }

  /// How long the lists of a page are.
  package static let listLength = 10
  /// With fewer reports nothing is shown as standing out.
  private static let smallestBase = 5
}
