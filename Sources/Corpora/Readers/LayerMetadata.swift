import Text

/// A name and a value that somebody added to a layer.
struct LayerMetadata {
  private let name: String
  private let value: String

  init(_ entry: JSONValue) {
    name = entry.cleanText("name")?.trimmed.lowercased() ?? ""
    value = entry.cleanText("value")?.trimmed ?? ""
  }

  var date: PartialDate? { name == "date" ? DateText.date(value) : nil }

  var tlp: TLP? { TLP(tag: value) ?? (name == "tlp" ? TLP(colour: value) : nil) }
}
