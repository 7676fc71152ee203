extension Associations {
  /// Partners above their expectation, firm or possible, the highest lower bound first.
  ///
  /// None for a technique of fewer than five reports, and none of its own family.
  package func standingOut(from technique: Int, most: Int = listLength) -> [Association] {
    standingOut(from: technique, among: partners(of: technique), most: most)
  }

  /// The same for somebody who has all partners at hand.
  func standingOut(from technique: Int, among all: [Association], most: Int) -> [Association] {
    guard counts.total(technique) >= Self.smallestBase else { return [] }
    let listed = all.filter {
      !$0.isFamily && ($0.grade == .firm || $0.grade == .possible)
    }
    return Array(listed.sorted(by: Self.isHigher).prefix(most))
  }

  /// Partners by the number of reports, the general favourites first; none of the family.
  package func seenMostOften(with technique: Int, most: Int = listLength) -> [Association] {
    let listed = partners(of: technique).filter { !$0.isFamily }
    return Array(listed.sorted(by: Self.isMoreFrequent).prefix(most))
  }

  /// Its parent, subs and siblings, by the number of reports.
  package func family(of technique: Int) -> [Association] {
    partners(of: technique).filter(\.isFamily).sorted(by: Self.isMoreFrequent)
  }

  /// Every other technique that some report cites together with this one, by its column.
  package func partners(of technique: Int) -> [Association] {
    ids.indices.filter { $0 != technique && counts.together(technique, $0) > 0 }
      .map { self[technique, $0] }
  }

  /// How many partners it has.
  package func partnerCount(of technique: Int) -> Int {
    ids.indices.count { $0 != technique && counts.together(technique, $0) > 0 }
  }

  private static func isHigher(_ a: Association, _ b: Association) -> Bool {
    (-a.ratio.lower, -a.together, a.partner) < (-b.ratio.lower, -b.together, b.partner)
  }

  private static func isMoreFrequent(_ a: Association, _ b: Association) -> Bool {
    (-a.together, -a.ratio.lower, a.partner) < (-b.together, -b.ratio.lower, b.partner)
  }

  /// How long the lists of a page are.
  package static let listLength = 10
  /// With fewer reports nothing is said to stand out.
  private static let smallestBase = 5
}
