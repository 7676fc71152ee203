/// A JSON text that was walked to its end, and lends its root.
///
/// The root and what it holds look into memory that is lent: they must not escape the closure.
package struct JSONDocument {
  package let root: JSONValue
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Lends the document of some bytes to `read`.
  ///
  /// - Returns: what `read` returns; `nil` where the bytes are no JSON.
  package static func reading<Result>(
    _ bytes: [UInt8], _ read: (JSONDocument) -> Result
  ) -> Result? {
    bytes.withUnsafeBufferPointer { lent in
      var scanner = JSONScanner(lent)
      guard let root = try? scanner.value(), (try? scanner.end()) != nil else { return nil }
      return read(JSONDocument(root: root, bytes: lent))
    }
  }

  /// Where a value of this document begins, in bytes.
  package func offset(of value: JSONValue) -> Int { value.offset(from: bytes.baseAddress) }
}

extension JSONValue {
  /// A member of an object, the first of that name; `nil` where there is none, or no object.
  package subscript(key: StaticString) -> JSONValue? {
    guard kind == .object else { return nil }
    var scanner = JSONScanner(bytes)
    return (try? scanner.value(of: key)) ?? nil
  }

  /// The elements of an array in an object; none where there is no such array.
  package func list(_ key: StaticString) -> [JSONValue] { self[key]?.elements ?? [] }

  /// A text in an object, without what must not be shown.
  package func cleanText(_ key: StaticString) -> String? {
    self[key]?.text.map { TextCleaner.clean($0) }
  }
}
