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
  }

  /// - Parameters:
  ///   - technique: one that was not seen.
  ///   - seen: what was seen, each once.
  ///   - steps: all that there are.
  package init(
    of technique: Index<Technique>, seen: some Sequence<Index<Technique>>, _ steps: IntrusionSteps
  ) {
    let seen = Array(seen)
    let onward = seen.compactMap { steps[technique, $0] }
    let back = seen.compactMap { steps[$0, technique] }
    let decisive = Basis.allCases.first { $0.weight(of: onward) != $0.weight(of: back) }
    basis = decisive
    place =
      decisive.map { $0.weight(of: onward) > $0.weight(of: back) ? .before : .after } ?? .beside
  }
}

extension IntrusionPart.Basis {
  /// How much steps say on this basis.
  fileprivate func weight(of steps: [IntrusionStep]) -> Int {
    switch self {
    case .needs: steps.contains { !$0.enabling.isEmpty } ? 1 : 0
    case .drawn: steps.reduce(0) { $0 + $1.drawnSources }
    case .run: steps.reduce(0) { $0 + $1.runSources }
    }
  }
}
