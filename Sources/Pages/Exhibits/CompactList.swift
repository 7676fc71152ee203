/// Techniques of which only the reports that cite them are listed.
package struct CompactList: Sendable {
  package let entries: [Entry]

  package struct Entry: Sendable {
    package let id: String
    package let name: String
    package let path: String
    /// Of the reports further down on the page, ascending.
    package let reports: [Int]
  }
}
