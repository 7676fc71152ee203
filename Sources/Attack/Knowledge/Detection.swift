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

  package init(platform: String = "", component: String, source: String = "", channel: String = "")
  {
    self.platform = platform
    self.component = component
    self.source = source
    self.channel = channel
  }
}

extension Detection: Comparable {
  package static func < (left: Detection, right: Detection) -> Bool {
    (left.platform, left.component, left.source, left.channel)
      < (right.platform, right.component, right.source, right.channel)
  }
}
