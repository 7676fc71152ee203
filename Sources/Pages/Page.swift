package import Text

/// One page of the wiki as values: its content, not its looks.
package struct Page: Sendable {
  package let kind: PageKind
  /// Its address from the root of the site: `techniques/T1047.html`.
  package let path: String
  /// The template of its text: `technique` for `Templates/technique.md`.
  package let template: String
  package let title: String
  /// One sentence for lists of search results.
  package let summary: String
  /// From the front page to the page above this one.
  package var trail: [Link] = []
  package var previous: Link?
  package var next: Link?
  /// The values of the template's tags, by name.
  package let contents: any TemplateContents
  /// What Markdown cannot express, by the name under which the template shows it as an image.
  package var exhibits: [String: Exhibit] = [:]
  /// How far what it shows may be passed on, `TLP:AMBER`; `nil` where nothing says.
  package var marking: String?
  /// What a team adds to it, as Markdown.
  package var note: TeamText?
  /// The file that the page's text is from, where it is not a template.
  package var source: String?
  /// The page that replaced this one; it leads there.
  package var successor: String?
  /// Files of `Site/assets` that run on this page alone, in the order in which they run:
  /// `model.js`, `explore-state.js`.
  package var scripts: [String] = []
  /// Further files of `Site/assets` that these load on first use.
  package var lateScripts: [String] = []
  /// The data that its scripts load on first use, by `DataScript.name`.
  package var dataScripts: [String] = []
}

extension Page {
  /// The page served at addresses without a page.
  static var missing: Page {
    Page(
      kind: .missing, path: PageKind.missing.path, template: "404", title: PageKind.missing.title,
      summary: "There is no such page", contents: NoContents())
  }
}

/// A page whose template has no tags.
struct NoContents: Sendable {}

/// A page that is made when it is written: thousands of them need not exist at once.
package struct PageRecipe: Sendable {
  package let path: String
  /// What it shows beside its edition: two recipes of one edition, for one path and with the same of
  /// these, make the same page.
  package let edits: [String]
  package let make: @Sendable () -> Page

  package init(
    _ path: String, edits: [String] = [], _ make: @escaping @Sendable () -> Page
  ) {
    self.path = path
    self.edits = edits
    self.make = make
  }
}

extension NoContents: TemplateContents {
  static let tags: [TemplateTag<Self>] = []
}
