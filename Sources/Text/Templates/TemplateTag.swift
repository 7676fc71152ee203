/// A tag that contents of one type fill: its name, its kind, and how its value is read.
package struct TemplateTag<Contents: Sendable>: Sendable {
  package let field: TemplateField
  package let read: @Sendable (Contents) -> TemplateValue

  private init(
    _ name: String, _ kind: TemplateField.Kind,
    _ read: @escaping @Sendable (Contents) -> TemplateValue
  ) {
    field = TemplateField(name: name, kind: kind)
    self.read = read
  }
}

extension TemplateTag {
  package static func text(_ name: String, _ value: @escaping @Sendable (Contents) -> String)
    -> TemplateTag
  {
    TemplateTag(name, .text) { .text(value($0)) }
  }

  package static func text(_ name: String, _ value: @escaping @Sendable (Contents) -> String?)
    -> TemplateTag
  {
    TemplateTag(name, .text) { value($0).map { .text($0) } ?? .absent }
  }

  package static func markup(
    _ name: String, _ value: @escaping @Sendable (Contents) -> ArraySlice<UInt8>
  ) -> TemplateTag {
    TemplateTag(name, .text) { .markup(value($0)) }
  }

  package static func number(_ name: String, _ value: @escaping @Sendable (Contents) -> Int)
    -> TemplateTag
  {
    TemplateTag(name, .text) { .text(String(value($0))) }
  }

  package static func flag(_ name: String, _ value: @escaping @Sendable (Contents) -> Bool)
    -> TemplateTag
  {
    TemplateTag(name, .flag) { .flag(value($0)) }
  }

  package static func texts(_ name: String, _ value: @escaping @Sendable (Contents) -> [String])
    -> TemplateTag
  {
    TemplateTag(name, .texts) { .texts(value($0)) }
  }

  package static func item<Item: TemplateContents>(
    _ name: String, _ value: @escaping @Sendable (Contents) -> Item?
  ) -> TemplateTag {
    TemplateTag(name, .items(Item.self)) { contents in
      value(contents).map { .items([$0]) } ?? .absent
    }
  }

  package static func items<Item: TemplateContents>(
    _ name: String, _ value: @escaping @Sendable (Contents) -> [Item]
  ) -> TemplateTag {
    TemplateTag(name, .items(Item.self)) { .items(value($0)) }
  }
}
