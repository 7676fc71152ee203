/// Which addresses may become links.
package enum WebAddress {
  /// http and https, and nothing that a reader could not see.
  package static func isAllowed(_ address: String) -> Bool {
    let start = address.prefix(8).lowercased()
    return (start.hasPrefix("http://") || start.hasPrefix("https://"))
      && address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }
}
