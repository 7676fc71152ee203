/// The ATT&CK id of a tactic, group, software or campaign: `TA0002`, `G0016`, `S0002`, `C0024`.
///
/// Only ASCII counts: an id becomes a file name and a link.
package struct ObjectID: Hashable, Sendable {
  private let text: String

  /// Reads the whole of `text`; `nil` for anything but `prefix` and four digits.
  package init?(_ text: some StringProtocol, prefix: String) {
    let digits = text.utf8.dropFirst(prefix.utf8.count)
    guard text.hasPrefix(prefix), digits.count == 4,
      digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    else { return nil }
    self.text = String(text)
  }

  /// One of a team's own forms; `nil` for others.
  init?(_ text: String, _ patterns: IDPatterns) {
    guard patterns.take(text) else { return nil }
    self.text = text
  }
}

extension ObjectID: Comparable {
  package static func < (left: ObjectID, right: ObjectID) -> Bool { left.text < right.text }
}

extension ObjectID: CustomStringConvertible {
  package var description: String { text }
}
