internal import Attack
import Text

/// The path of a file inside the site: relative, plain ASCII, and never leading out of it.
package struct SitePath: Hashable, Sendable {
  package let text: String

  /// Refuses all but names that `FileName` calls safe between slashes.
  package init(_ text: String) throws(SiteFolderError) {
    let names = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard names.allSatisfy({ FileName.isSafe($0) }) else { throw .badPath(text) }
    self.text = text
  }

  /// The folders on the way, outermost first: `a`, `a/b` for `a/b/c.html`.
  package var folders: [String] {
    text.utf8.indices.filter { text.utf8[$0] == UInt8(ascii: "/") }.map { String(text[..<$0]) }
  }

  /// By this file a folder is known as a built site.
  package static let marker = "data/site.json"
}
