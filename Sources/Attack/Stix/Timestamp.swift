import Text

/// A point in time as STIX writes it, `2017-06-01T00:00:00.000Z`; compared as time.
package struct Timestamp: Hashable, Sendable {
  /// The date, `2017-06-01`; `nil` if it is unknown.
  package var day: String? { self == .unknown ? nil : String(text.prefix(10)) }
  /// The month, `2017-06`; `nil` if it is unknown.
  package var month: String? { day.map { String($0.prefix(7)) } }
  private let text: String

  /// Before all others.
  package static let unknown = Timestamp("")

  /// Reads the time without zeros at the end of a second's fraction: `…00Z` equals `…00.000Z`.
  ///
  /// What does not begin as a date is unknown.
  package init(_ text: String) {
    var bytes = text.utf8.prefix { $0 != UInt8(ascii: "Z") }
    guard bytes.count >= Self.form.count, zip(bytes, Self.form).allSatisfy(Self.fits) else {
      self.text = ""
      return
    }
    if bytes.contains(UInt8(ascii: ".")) {
      while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
      if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
    }
    self.text = TextCleaner.clean(String(Substring(bytes)))
  }

  private static let form = Array("0000-00-00".utf8)

  private static func fits(_ byte: UInt8, _ form: UInt8) -> Bool {
    form == UInt8(ascii: "-")
      ? byte == form : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension Timestamp: Comparable {
  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.text < right.text }
}
