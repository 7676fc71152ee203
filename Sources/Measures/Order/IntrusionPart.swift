package import Attack

/// Whether a technique belongs before, beside or after what was seen, and on what that rests.
package struct IntrusionPart: Equatable, Sendable {
  package let place: Place
  /// `nil` where nothing decides, and the technique is beside.
  package let basis: Basis?

  package enum Place: String, CaseIterable, Sendable {
    case before
    case beside
    case after
  }

  /// What decides; the first that does is the basis.
  package enum Basis: String, CaseIterable, Sendable {
    /// It gives what something seen needs, or needs what something seen gives, but not both.
    case needs
    /// More sources drew it on one side than on the other.
    case drawn
    /// In more sources it ran on one side than on the other.
    case run
    /// It is of tactics that an intrusion begins with alone, or of impact alone, and nothing seen is.
    case tactic
  }

  /// - Parameters:
  ///   - technique: one that was not seen.
  ///   - seen: what was seen, each once.
  ///   - steps: all that there are.
  ///   - ends: what an intrusion begins with, and what it leads to.
  package init(
    of technique: Index<Technique>, seen: some Sequence<Index<Technique>>, _ steps: IntrusionSteps,
    _ ends: IntrusionEnds
  ) {
    let seen = Array(seen)
    let onward = seen.compactMap { steps[technique, $0] }
    let back = seen.compactMap { steps[$0, technique] }
    let decisive = Basis.allCases.first { $0.weight(of: onward) != $0.weight(of: back) }
    if let decisive {
      basis = decisive
      place = decisive.weight(of: onward) > decisive.weight(of: back) ? .before : .after
    } else {
      let end = ends.place(of: technique, beside: seen)
      basis = end == .beside ? nil : .tactic
      place = end
    }
  }
}

extension IntrusionPart.Basis {
  /// How much steps say on this basis.
  fileprivate func weight(of steps: [IntrusionStep]) -> Int {
    switch self {
    case .needs: steps.contains { !$0.enabling.isEmpty } ? 1 : 0
    case .drawn: steps.reduce(0) { $0 + $1.drawnSources }
    case .run: steps.reduce(0) { $0 + $1.runSources }
    case .tactic: 0
    }
  }
}

extension IntrusionEnds {
  /// By tactics alone.
  fileprivate func place(
    of technique: Index<Technique>, beside seen: [Index<Technique>]
  ) -> IntrusionPart.Place {
    if early.contains(technique), !seen.contains(where: early.contains) { return .before }
    if late.contains(technique), !seen.contains(where: late.contains) { return .after }
    return .beside
  }
}
