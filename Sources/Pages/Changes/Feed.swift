/// What is new since the previous release, for readers of feeds: its entries are of one moment.
package struct Feed: Sendable {
  package let title: String
  /// The same for every release of the domains: `urn:attack-relations:changes:enterprise-attack`.
  package let id: String
  /// The date of the data: `2025-11-13`; `nil` if it is unknown.
  package let date: String?
  package let entries: [Entry]

  package struct Entry: Sendable {
    package let title: String
    package let id: String
    package let summary: String
    /// The page with the details, from the site's root.
    package let path: String
  }
}
