/// What fills one tag of a template.
package enum TemplateValue: Sendable {
  case text(String)
  /// HTML that is finished.
  case markup(ArraySlice<UInt8>)
  /// Whether a section is shown.
  case flag(Bool)
  /// Nothing: no text, and a section that is not shown.
  case absent
  /// A section for each, in which `{{.}}` is the text.
  case texts([String])
  /// A section for each, in which their own tags are known.
  case items([any TemplateContents])
}

/// The name of a tag, and what a template can do with it.
package struct TemplateField: Sendable {
  package let name: String
  package let kind: Kind

  package enum Kind: Sendable {
    /// A text: it may be shown, and as a section it asks whether there is one.
    case text
    /// A section that is shown or not.
    case flag
    /// A section for each of some texts.
    case texts
    /// A section for each of some values of one type, or for the one there is.
    case items(any TemplateContents.Type)
  }
}
