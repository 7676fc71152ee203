/// One fault of the links and ids of a site, with the pages that have it.
package struct BrokenLink: Equatable, Sendable {
  package enum Fault: Int, Comparable, Sendable {
    /// No file is where the link leads.
    case noFile
    /// The page has no such anchor.
    case noAnchor
    /// The link starts at the root of the server, so the site could not be moved.
    case rootAbsolute
    /// A page has the id more than once.
    case duplicateID

    package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  package let fault: Fault
  /// The link or the id, as the page writes it.
  package let text: String
  /// How many pages have it.
  package let count: Int
  /// The first of them, sorted.
  package let pages: [String]

  package init(_ fault: Fault, _ text: String, count: Int, pages: [String]) {
    self.fault = fault
    self.text = text
    self.count = count
    self.pages = pages
  }
}
