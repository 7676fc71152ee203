/// A text that leads to a page, by the page's path in the site.
package struct Link: Equatable, Sendable {
  package let text: String
  /// `techniques/T1047.html#next`, from the site's root.
  package let path: String

  package init(_ text: String, to path: String) {
    self.text = text
    self.path = path
  }
}

/// The location of a page: how others are reached from there.
package struct PageLocation: Sendable {
  /// Of the page that has the links.
  package let path: String
  /// What leads to the site's root: empty, or `../`.
  package let base: String
  /// Up to its last slash.
  private let folder: Substring

  package init(_ path: String) {
    self.path = path
    folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? ""
    base = folder.isEmpty ? "" : "../"
  }

  /// The relative address of `target`, a path from the root.
  package func href(_ target: String) -> String {
    let bytes = target.utf8
    guard !folder.isEmpty else { return target }
    guard bytes.starts(with: folder.utf8) else { return "../" + target }
    let anchor = bytes.dropFirst(path.utf8.count)
    if anchor.first == UInt8(ascii: "#"), bytes.starts(with: path.utf8) {
      return String(Substring(anchor))
    }
    let name = bytes.dropFirst(folder.utf8.count)
    return name.contains(UInt8(ascii: "/")) ? "../" + target : String(Substring(name))
  }
}
