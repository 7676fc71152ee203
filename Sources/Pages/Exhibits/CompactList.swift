/// Techniques of which there is no more to tell than in which reports they stand.
package struct CompactList: Sendable {
  package let entries: [Entry]

  package struct Entry: Sendable {
    package let id: String
    package let name: String
    package let path: String
    /// Of the reports further down on the page, rising.
    package let reports: [Int]
  }
}
