/// Where a link of a page leads inside the site.
struct LocalLink: Equatable, Sendable {
  /// From the root of the site, ending in `/` for a folder; nothing, if it leads out of the site.
  let path: String?
  let fragment: String?
  let isRootAbsolute: Bool

  /// Reads a link as written in an attribute of a page of `folder`, the root being `""`.
  ///
  /// A link to another site, or to the page itself, gives nothing. With a `base`, such as
  /// `/wiki/`, what starts with it is no root-absolute link.
  init?(_ written: String, in folder: String, base: String? = nil) {
    let text = WrittenText.withoutEntities(written)
    let route = Substring(
      text.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    guard !route.isEmpty, !route.utf8.starts(with: "//".utf8), !Self.hasScheme(route)
    else { return nil }
    fragment = Self.fragment(of: text)
    let below = base.flatMap { route.hasPrefix($0) ? route.dropFirst($0.count) : nil }
    isRootAbsolute = below == nil && route.utf8.first == Self.slash
    let start = below != nil || isRootAbsolute ? [] : folder.utf8.split(separator: Self.slash)
    path = Self.resolve(Self.read(below ?? route), in: start.map { Substring($0) })
  }

  private static let slash = UInt8(ascii: "/")

  /// What follows the `#`, if there is something.
  static func fragment(of text: String) -> String? {
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "#")) else { return nil }
    let fragment = text[text.utf8.index(after: mark)...]
    return fragment.isEmpty ? nil : read(fragment)
  }

  private static func read(_ part: Substring) -> String {
    WrittenText.withoutPercents(part) ?? String(part)
  }

  private static func resolve(_ route: String, in folders: [Substring]) -> String? {
    let names = route.utf8.split(separator: slash, omittingEmptySubsequences: false)
      .map { Substring($0) }
    var path = folders
    for name in names {
      if name == ".." {
        if path.popLast() == nil { return nil }
      } else if name != ".", name != "" {
        path.append(name)
      }
    }
    let isFolder = names.last.map { $0 == "" || $0 == "." || $0 == ".." } ?? false
    return path.joined(separator: "/") + (isFolder ? "/" : "")
  }

  private static func hasScheme(_ text: Substring) -> Bool {
    let name = text.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard name.endIndex < text.utf8.endIndex, let first = name.first else { return false }
    func isLetter(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    return isLetter(first) && name.allSatisfy { isLetter($0) || "+-.0123456789".utf8.contains($0) }
  }
}
