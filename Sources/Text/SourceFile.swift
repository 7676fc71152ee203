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

  /// Its text; `nil` if it is not UTF-8.
  package var text: String? { bytes.flatMap { String(validating: $0, as: UTF8.self) } }
}
