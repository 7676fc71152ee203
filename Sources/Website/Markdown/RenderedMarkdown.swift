/// The HTML of a page, cut where its layout cuts it.
package struct RenderedMarkdown: Equatable, Sendable {
  /// The blocks before the first section.
  package let head: ArraySlice<UInt8>
  package let sections: ArraySlice<UInt8>
  /// The ids and short titles of the sections.
  package let contents: [Heading]

  package struct Heading: Equatable, Sendable {
    package let id: String
    package let title: String

    package init(id: String, title: String) {
      self.id = id
      self.title = title
    }
  }
}
