/// The path of a file inside the site: relative, plain ASCII, with no way out.
package struct SitePath: Hashable, Sendable {
  package let text: String

  /// Refuses all but `[A-Za-z0-9._-]{1,120}` between slashes, and the names `.` and `..`.
  package init(_ text: String) throws(SiteFolderError) {
    let names = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard names.allSatisfy(Self.isPlain) else { throw .badPath(text) }
    self.text = text
  }

  /// The folders on the way, outermost first: `a`, `a/b` for `a/b/c.html`.
  package var folders: [String] {
    text.indices.filter { text[$0] == "/" }.map { String(text[..<$0]) }
  }

  /// By this file a folder is known as a built site.
  package static let marker = "data/site.json"

  /// Whether a name may stand in the site.
  package static func isPlain(_ name: some Collection<UInt8>) -> Bool {
    guard (1...120).contains(name.count), name.allSatisfy(isPlain) else { return false }
    return !(name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
