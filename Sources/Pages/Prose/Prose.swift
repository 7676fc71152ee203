package import Attack
import Corpora

/// A description of the bundle as Markdown that is safe to show.
///
/// ATT&CK's descriptions are Markdown with HTML in it. `<code>` and `<br>` become Markdown; every
/// other `<` is text, as are images; links stay where they are http or https, and links to ATT&CK's
/// own pages become local where the site has the page, and text on that page itself; citations become numbered links.
package struct Prose: Sendable {
  package let markdown: String

  /// A text as the bundle has it, with the references of its object, on the page at `location`.
  package init(
    _ text: String, citing references: [ExternalReference], _ targets: ProseTargets,
    at location: PageLocation
  ) {
    var reader = ProseReader(text, targets, location, citations: references.map(Citation.init))
    markdown = reader.read()
  }

  /// A text that is one cell of a table: no lists, no breaks, and without its citations.
  ///
  /// What leads to a path that is `unlinked`, since the page leads there elsewhere, is text.
  package init(
    cell text: String, _ targets: ProseTargets, at location: PageLocation,
    unlinked: Set<String> = []
  ) {
    var reader = ProseReader(text, targets, location, citations: nil, unlinked: unlinked)
    markdown = reader.read()
  }

  /// The first paragraph, and what follows it.
  package var parts: (first: String, rest: String?) {
    let text = markdown.drop { $0 == "\n" }
    guard let gap = text.firstRange(of: "\n\n") else { return (String(text), nil) }
    let rest = text[gap.upperBound...].drop { $0 == "\n" }
    return (String(text[..<gap.lowerBound]), rest.isEmpty ? nil : String(rest))
  }
}
