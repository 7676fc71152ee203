import Text

/// Attack Flow in its three shapes: the Builder's files of versions 2 and 3, and STIX.
///
/// A flow is a report of the techniques of its actions.
enum FlowReader: ReportReader {
  static let format = ReportFormat.flow

  static let mark =
    "a file of Attack Flow Builder (`schema`, or `version` and `objects`), or STIX with an `attack-flow`"

  private enum Shape {
    /// `schema: "attack_flow_v2"`, whose objects have an `id` for what they are.
    case version3
    /// `version: "2.…"`, whose objects have a `template` for what they are.
    case version2
    case stix
  }

  static func recognises(_ content: ReportContent) -> Bool {
    content.document.flatMap { shape($0.root) } != nil
  }

  private static func shape(_ root: JSONValue) -> Shape? {
    guard let members = root.members, let objects = members["objects"]?.elements
    else { return nil }
    if members["schema"]?.text?.hasPrefix("attack_flow") ?? false { return .version3 }
    if members["version"]?.text != nil, objects.contains(where: { $0["template"] != nil }) {
      return .version2
    }
    let types = objects.lazy.compactMap { $0["type"] }
    return types.contains { $0.equals("attack-flow") } ? .stix : nil
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    var file = ReportFile(format)
    guard let root = content.document?.root, let shape = shape(root) else { return file }
    if root["version"]?.equals("0.1.0") ?? false {
      throw .unusable(
        nil, "a draft of Attack Flow 0.1.0; open it in Attack Flow Builder, and save it anew")
    }
    var draft = ReportDraft(at: content.place(of: root))
    for object in root.list("objects") {
      switch shape {
      case .version3: add(object, kind: object["id"], to: &draft, content)
      case .version2: add(object, kind: object["template"], to: &draft, content)
      case .stix: add(stix: object, to: &draft, content)
      }
    }
    if draft.title.isEmpty { draft.title = content.name }
    file.reports = [draft]
    return file
  }

  /// An object of the Builder: its properties are pairs of a name and a value.
  private static func add(
    _ object: JSONValue, kind: JSONValue?, to draft: inout ReportDraft, _ content: ReportContent
  ) {
    let properties = FlowProperties(object["properties"])
    if kind?.equals("flow") ?? false {
      draft.title = TextCleaner.name(properties.text("name") ?? "")
      draft.shownID = object.cleanText("instance") ?? object.cleanText("id")
      draft.ownID = draft.shownID
      let created = properties["created"]
      draft.date =
        (created?.cleanText("time") ?? properties.text("created")).flatMap(DateText.date)
      draft.isDateOfAdding = draft.date != nil
      for (_, reference) in FlowProperties(properties["external_references"]).pairs {
        draft.add(address: FlowProperties(reference).text("url"))
      }
    } else if kind?.equals("action") ?? false {
      let chosen = FlowProperties(properties["ttp"])["technique"]
      let technique = [chosen, properties["technique_id"]].lazy.compactMap(\.self)
        .first { !($0.text?.trimmed.isEmpty ?? true) }
      if let technique { draft.mention(technique, content) }
    }
  }

  private static func add(
    stix object: JSONValue, to draft: inout ReportDraft, _ content: ReportContent
  ) {
    if object["type"]?.equals("attack-flow") ?? false {
      draft.title = TextCleaner.name(object.cleanText("name") ?? "")
      draft.shownID = object.cleanText("id")
      draft.ownID = draft.shownID.map(StixIdentifier.uuid)
      draft.date = object.cleanText("created").flatMap(DateText.date)
      draft.isDateOfAdding = draft.date != nil
      for reference in object.list("external_references") {
        draft.add(address: reference.cleanText("url"))
      }
    } else if object["type"]?.equals("attack-action") ?? false, let id = object["technique_id"] {
      draft.mention(id, content)
    }
  }
}

extension ReportDraft {
  /// Adds what a text of a document names.
  mutating func mention(_ value: JSONValue, _ content: ReportContent) {
    guard let text = value.text, !text.trimmed.isEmpty else { return }
    mentions.append(TechniqueMention(.text(text), at: content.place(of: value)))
  }
}

/// Properties as Attack Flow Builder writes them: a list of pairs, a name and a value each.
private struct FlowProperties {
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
