import Attack
import Text

/// What ATT&CK itself advises on a technique: its mitigations, and how it would detect it.
struct DefenceSection {
  private let mitigations: [Mitigation]
  private let strategies: [DetectionStrategy]

  init(_ knowledge: Knowledge, of index: Index<Technique>) {
    mitigations = knowledge.mitigations[index]
    strategies = knowledge.strategies[index]
  }

  /// Links to all mitigations by name; `nil` without any.
  var mitigationLinks: String? {
    guard !mitigations.isEmpty else { return nil }
    return mitigations.map {
      MarkdownText.link("\($0.id) \($0.name)", AttackSite.address(of: $0))
    }.joined(separator: " · ")
  }

  /// Links to all strategies by name, each with its analytics; `nil` without any.
  var strategyLinks: String? {
    guard !strategies.isEmpty else { return nil }
    return strategies.map(text).joined(separator: "; ")
  }

  private func text(_ strategy: DetectionStrategy) -> String {
    let address = AttackSite.address(of: strategy)
    let analytics = strategy.analytics.map { analytic in
      MarkdownText.link("\(analytic.id)", "\(address)#\(analytic.id)")
        + (analytic.platforms.isEmpty
          ? "" : " (\(MarkdownText.escape(analytic.platforms.joined(separator: ", "))))")
    }
    let noun = analytics.count == 1 ? "analytic" : "analytics"
    return MarkdownText.link("\(strategy.id) \(strategy.name)", address)
      + (analytics.isEmpty ? "" : " with the \(noun) " + Format.list(analytics))
  }
}
