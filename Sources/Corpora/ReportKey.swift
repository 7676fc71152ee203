package import Attack
import Text

/// What makes two citations one report: its address without what does not matter, else its name.
///
/// Equal, ordered and hashed by its UTF-8 bytes.
package struct ReportKey: Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package init(_ reference: ExternalReference) {
    let address = reference.url?.trimmed ?? ""
    if address.isEmpty {
      let words = reference.sourceName.split(whereSeparator: \.isWhitespace)
      text = "name:" + words.joined(separator: " ").lowercased()
    } else {
      text = CanonicalURL(address).text
    }
  }

  /// The host of an address: `cisa.gov`.
  package var host: String { String(text.prefix { $0 != "/" && $0 != "?" }) }

  /// The name of the report's page: readable, and the same in every release.
  package var id: String { id(turn: 0) }

  /// Another name, for one of two keys whose first names are the same: 32 bits of a hash may be.
  package func id(turn: Int) -> String {
    let hashed = text + String(repeating: "\n", count: turn)
    // A name that began with `-` would be taken for an option.
    let slug = FileName.slug(text).drop { $0 == "-" }
    return (slug.isEmpty ? "report" : slug) + "-" + FNV1a.hexadecimal(hashed.utf8).prefix(8)
  }
}

extension ReportKey: Hashable, Comparable {
  package static func == (left: ReportKey, right: ReportKey) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  package static func < (left: ReportKey, right: ReportKey) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
