package import Attack

/// What makes two citations one report: its address without what does not matter, else its name.
///
/// Equal, ordered and hashed by its UTF-8 bytes.
package struct ReportKey: Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// 1. Leave the Web Archive. 2. Drop scheme and fragment. 3. Lower-case the host, without
  /// `www.`. 4. Drop slashes at the path's end. 5. Keep a query that is not empty.
  package init(_ reference: ExternalReference) {
    let url = Self.trim(reference.url ?? "")
    guard !url.isEmpty else {
      let words = reference.sourceName.split(whereSeparator: \.isWhitespace)
      text = "name:" + words.joined(separator: " ").lowercased()
      return
    }
    let address = Address(Self.leavingArchive(url))
    text = address.host + address.path + (address.query.map { "?" + $0 } ?? "")
  }

  /// The name of the report's page: readable, unique, and the same in every release.
  package var id: String {
    var slug = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        slug.unicodeScalars.append(UnicodeScalar(byte))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        slug.unicodeScalars.append(UnicodeScalar(byte + 32))
      default:
        if !slug.hasSuffix("-") { slug += "-" }
      }
    }
    return slug.prefix(60) + "-" + FNV1a.hexadecimal(text.utf8).prefix(8)
  }
}

extension ReportKey {
  private static func trim(_ text: String) -> String {
    let blanks = { (character: Character) in character.isWhitespace }
    guard let first = text.firstIndex(where: { !blanks($0) }),
      let last = text.lastIndex(where: { !blanks($0) })
    else { return "" }
    return String(text[first...last])
  }

  /// What the archive's copy was made of, however often it was archived.
  private static func leavingArchive(_ url: String) -> String {
    var url = url
    while let inner = archived(in: url) { url = inner }
    return url
  }

  private static func archived(in url: String) -> String? {
    let address = Address(url, keepsEnd: true)
    guard address.host == "web.archive.org", address.path.hasPrefix("/web/") else { return nil }
    var rest = address.path.dropFirst("/web/".count)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    rest = rest.drop { $0 == "_" || ("a"..."z").contains($0) }
    guard !digits.isEmpty, rest.first == "/" else { return nil }
    let inner = rest.dropFirst() + (address.query.map { "?" + $0 } ?? "")
    for scheme in ["http:", "https:"] where inner.lowercased().hasPrefix(scheme + "/") {
      return scheme + "//" + inner.dropFirst(scheme.count).drop { $0 == "/" }
    }
    return "http://" + inner
  }

  /// A URL taken apart: no scheme, no fragment.
  private struct Address {
    let host: String
    let path: String
    let query: String?

    /// - Parameter keepsEnd: whether slashes at the path's end stay.
    init(_ url: String, keepsEnd: Bool = false) {
      var rest = url.prefix { $0 != "#" }
      if let scheme = rest.firstRange(of: "://"),
        rest[..<scheme.lowerBound].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
      {
        rest = rest[scheme.upperBound...]
      }
      let name = rest.prefix { $0 != "/" && $0 != "?" }.lowercased()
      host = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
      rest = rest.drop { $0 != "/" && $0 != "?" }
      var path = rest.prefix { $0 != "?" }
      let query = rest.dropFirst(path.count + 1)
      while !keepsEnd, path.hasSuffix("/") { path = path.dropLast() }
      self.path = String(path)
      self.query = query.isEmpty ? nil : String(query)
    }
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
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
