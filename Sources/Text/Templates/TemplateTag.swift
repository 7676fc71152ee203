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
  package static func text(_ name: String, _ path: any KeyPath<Contents, String> & Sendable)
    -> TemplateTag
  {
    TemplateTag(name, .text) { .text($0[keyPath: path]) }
  }

  package static func text(_ name: String, _ path: any KeyPath<Contents, String?> & Sendable)
    -> TemplateTag
  {
    TemplateTag(name, .text) { $0[keyPath: path].map { .text($0) } ?? .absent }
  }

  package static func markup(
    _ name: String, _ path: any KeyPath<Contents, ArraySlice<UInt8>> & Sendable
  ) -> TemplateTag {
    TemplateTag(name, .text) { .markup($0[keyPath: path]) }
  }

  package static func number(_ name: String, _ path: any KeyPath<Contents, Int> & Sendable)
    -> TemplateTag
  {
    TemplateTag(name, .text) { .text(String($0[keyPath: path])) }
  }

  package static func flag(_ name: String, _ path: any KeyPath<Contents, Bool> & Sendable)
    -> TemplateTag
  {
    TemplateTag(name, .flag) { .flag($0[keyPath: path]) }
  }

  package static func texts(_ name: String, _ path: any KeyPath<Contents, [String]> & Sendable)
    -> TemplateTag
  {
    TemplateTag(name, .texts) { .texts($0[keyPath: path]) }
  }

  package static func item<Item: TemplateContents>(
    _ name: String, _ path: any KeyPath<Contents, Item?> & Sendable
  ) -> TemplateTag {
    TemplateTag(name, .items(Item.self)) { contents in
      contents[keyPath: path].map { .items([$0]) } ?? .absent
    }
  }

  package static func items<Item: TemplateContents>(
    _ name: String, _ path: any KeyPath<Contents, [Item]> & Sendable
  ) -> TemplateTag {
    TemplateTag(name, .items(Item.self)) { .items($0[keyPath: path]) }
  }
}
