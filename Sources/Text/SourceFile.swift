/// A file that somebody wrote, as it was read.
package struct SourceFile: Equatable, Sendable {
  /// Where it came from, for messages.
  package let path: String
  /// `nil` if there is something else than a file that can be read.
  package let bytes: [UInt8]?

  package init(path: String, bytes: [UInt8]?) {
    self.path = path
    self.bytes = bytes
  }

  /// Its text, without a byte order mark; `nil` if it is not UTF-8.
  package var text: String? {
    bytes.flatMap { String(validating: $0.withoutMark, as: UTF8.self) }
  }

  /// What it is in place of text: `UTF-16 text`.
  package var otherContent: String {
    bytes.flatMap(ForeignContent.init)?.words ?? "bytes that are no UTF-8"
  }
}
