import Attack

/// Where suggested techniques show: what shows most of them, and of each where to look first.
struct SuggestedSources: Sendable {
  let platforms: Platforms
  let components: SourceCoverage
  let sources: SourceCoverage

  /// For each suggestion all of its traces; on these platforms, or on any, where nothing shows on
  /// them or no trace names platforms.
  init(_ traces: [[Detection]], on own: Platforms) {
    let isNamed = traces.joined().contains { own.names.contains($0.platform) }
    let platforms = isNamed ? own : .any
    self.platforms = platforms
    let seen = traces.map(platforms.filter)
    components = SourceCoverage(seen, by: \.component)
    sources = SourceCoverage(seen, by: \.source)
  }

  /// Where something shows: components, those that show most of the suggestions first, the source and
  /// channel that show the first of them, and whether any source does.
  struct Summary {
    let components: [String]
    let channel: String?
    let hasSource: Bool
  }

  /// What is seen of some traces on the platforms.
  func summary(of traces: [Detection]) -> Summary {
    let seen = platforms.filter(traces)
    let names = components.ranked(seen.map(\.component))
    let sources = sources.ranked(seen.map(\.source))
    return Summary(
      components: names, channel: channel(seen.filter { $0.component == names.first }, sources),
      hasSource: !sources.isEmpty)
  }

  /// An event by its code where there is one, of the first source.
  private func channel(_ traces: [Detection], _ sources: [String]) -> String? {
    let sorted = sources.flatMap { name in traces.filter { $0.source == name } }
    return (sorted.first { $0.channel.hasPrefix("EventCode") } ?? sorted.first)?.event
  }
}
