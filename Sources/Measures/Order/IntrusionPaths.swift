package import Attack

/// The best supported short chains from an initial access to what was seen, and on from there to an impact.
package struct IntrusionPaths: Equatable, Sendable {
  /// The best first.
  package let paths: [IntrusionPath]
  /// What was seen and is itself an initial access, so that no chain leads back from it; ascending.
  package let seenInitialAccess: [Index<Technique>]
  /// What was seen and is itself an impact, so that no chain leads on from it; ascending.
  package let seenImpact: [Index<Technique>]

  /// - Parameters:
  ///   - steps: all that there are.
  ///   - ends: the techniques of initial access and of impact.
  ///   - seen: what was seen, in any order.
  package init(
    _ steps: IntrusionSteps, _ ends: IntrusionEnds, seen: some Sequence<Index<Technique>>
  ) {
    let seen = Set(seen)
    let search = PathSearch(steps, longest: Self.longest)
    let best = { (starts: Set<Index<Technique>>, goals: Set<Index<Technique>>) in
      search.best(Self.most, from: starts, to: goals)
    }
    paths = Self.listed(
      backward: best(ends.initialAccess, seen.subtracting(ends.initialAccess)).map {
        IntrusionPath(direction: .backward, steps: $0)
      },
      forward: best(seen.subtracting(ends.impact), ends.impact).map {
        IntrusionPath(direction: .forward, steps: $0)
      })
    seenInitialAccess = seen.intersection(ends.initialAccess).sorted()
    seenImpact = seen.intersection(ends.impact).sorted()
  }

  /// The best of both directions; where both have any, each has one at least.
  private static func listed(
    backward: [IntrusionPath], forward: [IntrusionPath]
  ) -> [IntrusionPath] {
    var listed = Array((backward + forward).sorted().prefix(most))
    for missing in [backward, forward] {
      guard let best = missing.min(), !listed.contains(where: { $0.direction == best.direction })
      else { continue }
      listed[listed.count - 1] = best
    }
    return listed
  }

  /// The most paths.
  package static let most = 5
  /// The most steps of a path.
  package static let longest = 6
}
