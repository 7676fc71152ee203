import Text

/// Properties as Attack Flow Builder writes them: a list of pairs, a name and a value each.
struct FlowProperties {
  let pairs: [(name: String, value: JSONValue)]

  init(_ value: JSONValue?) {
    pairs = (value?.elements ?? []).compactMap { pair in
      guard let pair = pair.elements, pair.count == 2, let name = pair[0].text else { return nil }
      return (name, pair[1])
    }
  }

  subscript(name: String) -> JSONValue? { pairs.first { $0.name == name }?.value }

  func text(_ name: String) -> String? {
    let text = self[name]?.text.map(TextCleaner.clean)?.trimmed ?? ""
    return text.isEmpty ? nil : text
  }
}
