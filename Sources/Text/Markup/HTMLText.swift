/// Plain text escaped as HTML.
package enum HTMLText {
  /// For the inside of elements, and of attributes in double quotes.
  package static func escape(_ text: String) -> String {
    var writer = ByteWriter(capacity: text.utf8.count + 16)
    writer.escape(text)
    return writer.text
  }
}
