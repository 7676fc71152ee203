import Text

/// What an analytic watches: a channel of a log source, and the data component that it shows.
package struct LogSourceReference: Hashable, Sendable {
  /// The STIX id of the data component.
  package let component: String
  /// The log source, `WinEventLog:Sysmon`; free text, without blanks at its ends.
  package let name: String
  /// `EventCode=1`; free text, without blanks at its ends.
  package let channel: String

  package init(component: String, name: String, channel: String = "") {
    self.component = component
    self.name = name.trimmed.meant
    self.channel = channel.trimmed.meant
  }
}

extension LogSourceReference {
  init(_ fields: JSONFields) throws(JSONFieldError) {
    self.init(
      component: try fields.text("x_mitre_data_component_ref"),
      name: try fields.cleanText("name") ?? "", channel: try fields.cleanText("channel") ?? "")
  }
}

extension StringProtocol {
  /// What ATT&CK for ICS calls `None` is nothing: a platform, a channel.
  var meant: String { self == "None" ? "" : String(self) }
}
