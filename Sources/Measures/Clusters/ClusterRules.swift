/// What makes a cluster.
package enum ClusterRules {
  /// Techniques of fewer reports are in no cluster.
  package static let fewestReports = 10
  /// The largest mean distance at which two clusters are joined.
  static let cut = 0.70
  /// The fewest members that are kept.
  static let smallest = 3
}
