/// Where a technique shows, as ATT&CK has it: on which platform, by what data, in which log.
///
/// A part that ATT&CK does not name is empty.
package struct Detection: Hashable, Sendable {
  /// `Windows`; empty if the trace is of no platform in particular.
  package let platform: String
  /// The data component, `Process Creation`; before v9 the data source.
  package let component: String
  /// The log source, `WinEventLog:Sysmon`; from v9 to v17 the data source, `Process`.
  package let source: String
  /// Of the log source, `EventCode=1`.
  package let channel: String
  /// The log source as ATT&CK spells it here, `NSM:FLow`; mostly as `source`.
  package let spelling: String

  /// `spelling` is that of the source unless it is given.
  package init(
    platform: String = "", component: String, source: String = "", channel: String = "",
    spelling: String? = nil
  ) {
    self.platform = platform
    self.component = component
    self.source = source
    self.channel = channel
    self.spelling = spelling ?? source
  }
}

extension Detection: Comparable {
  package static func < (left: Detection, right: Detection) -> Bool {
    // One after the other: a tuple would copy all ten texts.
    if left.platform != right.platform { return left.platform < right.platform }
    if left.component != right.component { return left.component < right.component }
    if left.source != right.source { return left.source < right.source }
    if left.channel != right.channel { return left.channel < right.channel }
    return left.spelling < right.spelling
  }
}
