package import Text

/// What a field of a file holds that should name a technique.
package struct TechniqueMention: Equatable, Sendable {
  package let content: Content
  package let place: TextPlace

  package enum Content: Equatable, Sendable {
    /// A text with one id or several, as it is written.
    case text(String)
    /// A STIX object, by its id; and its name, where the file has the object.
    case object(id: String, name: String?)
  }

  package init(_ content: Content, at place: TextPlace) {
    self.content = content
    self.place = place
  }
}
