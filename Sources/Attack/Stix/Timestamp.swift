/// A point in time as STIX writes it, `2017-06-01T00:00:00.000Z`; compared as time.
package struct Timestamp: Hashable, Sendable {
  /// The date, `2017-06-01`; `nil` where it is unknown.
  package var day: String? { self == .unknown ? nil : String(text.prefix(10)) }
  private let text: String

  /// Before all others.
  package static let unknown = Timestamp("")

  /// Digits of a second beyond the written ones are noughts: `…00Z` equals `…00.000Z`.
  package init(_ text: String) {
    let clean = TextCleaner.clean(text)
    let bare = clean.hasSuffix("Z") ? String(clean.dropLast()) : clean
    let parts = bare.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    var fraction = parts.count == 2 ? String(parts[1]) : ""
    while fraction.hasSuffix("0") { fraction.removeLast() }
    self.text = (parts.first ?? "") + "." + fraction
  }
}

extension Timestamp: Comparable {
  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.text < right.text }
}
