/// The names of the data that pages' scripts load on first use.
package enum DataScriptName {
  /// Which report cites which technique.
  package static let explorer = "explore-data"
  /// What the expected count of a pair is worked out from.
  package static let pairs = "pair-model"
  /// Where techniques show.
  package static let detections = "where-data"
  /// By which channels.
  package static let channels = "where-channels"
  /// What comes before what, and what one gives that another needs.
  package static let steps = "steps"
  /// Where reports were published.
  package static let addresses = "report-addresses"
}
