package import Attack

/// The log sources that somebody has, and what can be seen with them.
package struct HeldSources: Sendable {
  /// On which platforms each is held, `nil` for any; empty if nothing is told: then everything can be seen.
  private let platforms: [String: Set<String>?]
  /// By platform and data component the held sources that show it for some technique, by name, each
  /// with its most frequent channel.
  private let shown: [Site: [(source: String, channel: String)]]

  private struct Site: Hashable {
    let platform: String
    let component: String

    init(_ trace: Detection) {
      platform = trace.platform
      component = trace.component
    }
  }

  /// Where a technique can be seen.
  package struct Place: Sendable {
    package let trace: Detection
    /// ATT&CK names another source there; the held one shows the same data component for other
    /// techniques.
    package let isLikely: Bool
  }

  /// - Parameters:
  ///   - platforms: the sources that are held, and on which platforms; `nil` for any.
  ///   - traces: of all techniques.
  package init(_ platforms: [String: Set<String>?], _ traces: some Sequence<[Detection]>) {
    var counts: [Site: [String: [String: Int]]] = [:]
    for trace in traces.joined() where Self.holds(trace, platforms) {
      let known = trace.channel.isEmpty ? 0 : 1
      counts[Site(trace), default: [:]][trace.source, default: [:]][trace.channel, default: 0] +=
        known
    }
    self.platforms = platforms
    shown = counts.mapValues { sources in
      sources.map { (source: $0, channel: Self.most($1)) }.sorted { $0.source < $1.source }
    }
  }

  /// Whether anybody says what is held.
  package var isTold: Bool { !platforms.isEmpty }

  private static func holds(_ trace: Detection, _ platforms: [String: Set<String>?]) -> Bool {
    guard let held = platforms[trace.source] else { return false }
    return held?.contains(trace.platform) ?? true
  }

  /// The most frequent, of equal ones the first by name.
  private static func most(_ counts: [String: Int]) -> String {
    counts.filter { !$0.key.isEmpty }.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key ?? ""
  }

  /// The places of some traces: of the sources that are held, or, if they are of none, what likely shows
  /// them.
  package func places(_ traces: [Detection]) -> [Place] {
    guard isTold else { return Self.all(traces) }
    let held = traces.filter { Self.holds($0, platforms) }
    guard held.isEmpty else { return Self.all(held) }
    return traces.flatMap { trace in
      (shown[Site(trace)] ?? []).map { source, channel in
        Place(
          trace: Detection(
            platform: trace.platform, component: trace.component, source: source, channel: channel),
          isLikely: true)
      }
    }
  }

  /// The traces as they are.
  package static func all(_ traces: [Detection]) -> [Place] {
    traces.map { Place(trace: $0, isLikely: false) }
  }
}

extension [HeldSources.Place] {
  /// The one to name: of the component that shows most of the suggestions, in the source that shows most,
  /// an event that has a code.
  package func best(_ sources: SourceCoverage, _ components: SourceCoverage) -> HeldSources.Place? {
    func key(_ trace: Detection) -> (Int, Int, Int, String, Int) {
      (
        trace.source.isEmpty ? 1 : 0, -components.count(trace.component),
        -sources.count(trace.source), trace.source, trace.channel.hasPrefix("EventCode") ? 0 : 1
      )
    }
    return self.min { one, other in
      let (left, right) = (key(one.trace), key(other.trace))
      guard left == right else { return left < right }
      return (one.trace.component, one.trace.platform, one.trace.channel)
        < (other.trace.component, other.trace.platform, other.trace.channel)
    }
  }
}
