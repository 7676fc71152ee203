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

/// The place of a page: how others are reached from there.
package struct Place: Sendable {
  /// Of the page that the links stand on.
  package let path: String

  package init(_ path: String) { self.path = path }

  /// What leads to the site's root: empty, or `../`.
  package var base: String { path.contains("/") ? "../" : "" }

  /// The relative address of `target`, a path from the root.
  package func href(_ target: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return target }
    let folder = path[...slash]
    if target.hasPrefix(path + "#") { return String(target.dropFirst(path.count)) }
    let sibling = target.hasPrefix(folder) ? String(target.dropFirst(folder.count)) : nil
    return sibling.flatMap { $0.contains("/") ? nil : $0 } ?? "../" + target
  }
}
