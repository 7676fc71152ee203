/// Techniques that are expected of an actor, each with its chance and where it shows.
package struct Expectations: Sendable {
  package let entries: [Entry]

  package struct Entry: Sendable {
    package let id: String
    package let name: String
    package let path: String
    package let tactics: [String]
    /// The chance, and that of any report.
    package let chance: Double
    package let usual: Double
    /// How many times the usual the chance is.
    package let times: Double
    /// The data components that show it, and the source and channel that show the first.
    package let components: [String]
    package let channel: String?
    /// What else is to be known of it, in Markdown.
    package let notes: [String]
    /// Those that have most of the say.
    package let reports: [ReportReference]
  }
}
