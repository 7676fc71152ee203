package import Attack

/// The traces of a technique that share platform and component.
package struct DetectionGroup: Sendable {
  /// Empty for any.
  package let platform: String
  package let component: String
  package private(set) var sources: [Source]

  package struct Source: Sendable {
    /// Empty if it is unknown.
    package let name: String
    package fileprivate(set) var channels: [String]
  }

  /// Groups traces that are in order.
  package static func groups(of traces: [Detection]) -> [DetectionGroup] {
    traces.reduce(into: []) { groups, trace in
      let last = groups.last
      if last?.platform != trace.platform || last?.component != trace.component {
        groups.append(
          DetectionGroup(platform: trace.platform, component: trace.component, sources: []))
      }
      groups[groups.count - 1].add(trace)
    }
  }

  private mutating func add(_ trace: Detection) {
    if sources.last?.name != trace.source {
      sources.append(Source(name: trace.source, channels: []))
    }
    if !trace.channel.isEmpty { sources[sources.count - 1].channels.append(trace.channel) }
  }
}
