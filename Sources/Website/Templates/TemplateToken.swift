/// A piece of a template as it is written: text, or a tag.
struct TemplateToken: Equatable {
  let kind: Kind
  /// From 1.
  let line: Int

  enum Kind: Equatable {
    case text(String)
    /// `{{name}}`, or raw as `{{{name}}}` and `{{&name}}`.
    case value(String, isRaw: Bool)
    /// `{{#name}}`, or inverted as `{{^name}}`.
    case open(String, isInverted: Bool)
    /// `{{/name}}`.
    case close(String)
  }
}
