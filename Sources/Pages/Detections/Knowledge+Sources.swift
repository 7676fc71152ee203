import Attack

extension Knowledge {
  /// What a trace's source is called.
  ///
  /// Releases before v18 know data sources only, and ICS v18 names its logs so; log sources come
  /// with the platform or the channel that they have.
  package var sourceKind: String {
    let isOfLogs = traces.contains { $0.contains { !$0.channel.isEmpty || !$0.platform.isEmpty } }
    return isOfLogs ? "log source" : "data source"
  }
}
