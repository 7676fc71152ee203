/// What fills a template: a value that names its tags, each with its kind and the property behind
/// it.
///
/// A template is compiled against the tags of its contents' type, so that a tag that nothing fills
/// is found when the template is read.
package protocol TemplateContents: Sendable {
  /// All that a template may show of it.
  static var tags: [TemplateTag<Self>] { get }
}

extension TemplateContents {
  /// The values of its tags, in the order of `tags`.
  package var values: [TemplateValue] { Self.tags.map { $0.read(self) } }

  /// The tags without the type whose properties they read.
  package static var fields: [TemplateField] { tags.map(\.field) }
}
