/// An address without what does not matter.
///
/// 1. Leave the Web Archive. 2. Drop scheme and fragment. 3. Lower-case the host, without `www.`.
/// 4. Drop slashes at the path's end. 5. Keep a query that is not empty.
struct CanonicalURL {
  let text: String

  /// Copies of copies that are followed; a text of thousands is no address.
  private static let mostArchives = 8

  /// - Parameter address: without blanks around.
  init(_ address: String) {
    let parts = Parts(Self.original(of: ArraySlice(address.utf8)))
    var path = parts.path
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    let query = parts.query.isEmpty ? [] : [UInt8(ascii: "?")] + parts.query
    text = parts.host + String(decoding: path + query, as: UTF8.self)
  }

  /// The address of which another is the Web Archive's copy; itself, if it is none.
  static func original(of address: String) -> String {
    String(decoding: original(of: ArraySlice(address.utf8)), as: UTF8.self)
  }

  private static func original(of address: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var address = address
    for _ in 0..<mostArchives {
      guard let inner = Parts(address).archived else { break }
      address = inner
    }
    return address
  }
}

/// A URL taken apart: no scheme, no fragment.
private struct Parts {
  /// Lower case, without `www.`.
  let host: String
  /// Empty, or from its first slash on.
  let path: ArraySlice<UInt8>
  /// Without its question mark.
  let query: ArraySlice<UInt8>

  init(_ url: ArraySlice<UInt8>) {
    var rest = url.prefix { $0 != UInt8(ascii: "#") }
    let scheme = rest.prefix(while: Self.isLetterOrDigit)
    if rest[scheme.endIndex...].starts(with: "://".utf8) {
      rest = rest[scheme.endIndex...].dropFirst(3)
    }
    let name = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    let host = String(decoding: name, as: UTF8.self).lowercased()
    self.host = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    path = rest[name.endIndex...].prefix { $0 != UInt8(ascii: "?") }
    query = rest[path.endIndex...].dropFirst()
  }

  /// The address of which this is the Web Archive's copy: below `/web/`, digits, small letters and
  /// underscores, a slash.
  var archived: ArraySlice<UInt8>? {
    guard host == "web.archive.org", path.starts(with: "/web/".utf8) else { return nil }
    let stamp = path.dropFirst("/web/".utf8.count)
    let digits = stamp.prefix(while: (UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    let rest = stamp[digits.endIndex...].drop {
      $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
    }
    guard !digits.isEmpty, rest.first == UInt8(ascii: "/") else { return nil }
    let question = query.isEmpty ? [] : [UInt8(ascii: "?")] + query
    return Self.mended(ArraySlice(rest.dropFirst() + question))
  }

  /// With a scheme and two slashes: the archive writes `https:/host`, or no scheme.
  private static func mended(_ url: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = String(decoding: url.prefix(7), as: UTF8.self).lowercased()
    for scheme in ["http:", "https:"] where start.hasPrefix(scheme + "/") {
      let rest = url.dropFirst(scheme.utf8.count).drop { $0 == UInt8(ascii: "/") }
      return ArraySlice(Array("\(scheme)//".utf8) + rest)
    }
    return ArraySlice(Array("http://".utf8) + url)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
