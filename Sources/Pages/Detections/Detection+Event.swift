package import Attack

extension Detection {
  /// `WinEventLog:Sysmon EventCode=1`; `nil` if no log source is known.
  package var event: String? {
    guard !source.isEmpty else { return nil }
    let isShort = !channel.isEmpty && channel.count <= Self.longestChannel
    return isShort ? "\(source) \(channel)" : source
  }

  /// A longer one is a sentence, for which a line has no room.
  private static let longestChannel = 40
}
