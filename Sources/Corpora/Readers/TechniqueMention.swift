package import Text

/// What a field of a file holds that should name a technique.
package struct TechniqueMention: Equatable, Sendable {
  package let content: Content
  package let place: TextPlace

  package enum Content: Equatable, Sendable {
    /// A text with one id or several, as it is written.
    case text(String)
    /// A STIX object, by its id; and what the file says of it, where it has the object: its name, and the texts where an
    /// id of a team's own form may be.
    case object(id: String, name: String?, texts: [String] = [])
    /// An ability of CALDERA, by its id.
    case ability(String)
  }

  package init(_ content: Content, at place: TextPlace) {
    self.content = content
    self.place = place
  }
}
