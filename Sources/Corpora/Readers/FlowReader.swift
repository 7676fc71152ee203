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
    /// `version: "0.1.0"`, which no later Builder writes.
    case draft
  }

  static func recognises(_ content: ReportContent) -> Bool { shape(content) != nil }

  private static func shape(_ content: ReportContent) -> Shape? {
    guard let members = content.members else { return nil }
    let version = members["version"]?.text
    let hasParts = members["objects"]?.kind == .array || members["actions"]?.kind == .array
    if version == "0.1.0", hasParts { return .draft }
    if members["schema"]?.text?.hasPrefix("attack_flow") ?? false, hasParts { return .version3 }
    if version != nil, content.objects.contains(where: { $0["template"] != nil }) {
      return .version2
    }
    let types = content.objects.lazy.compactMap { $0["type"] }
    return types.contains { $0.equals("attack-flow") } ? .stix : nil
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    var file = ReportFile(format)
    guard let root = content.document?.root, let shape = shape(content) else { return file }
    guard shape != .draft else {
      throw .unusable(
        nil, "a draft of Attack Flow 0.1.0; open it in Attack Flow Builder, and save it anew")
    }
    var draft = ReportDraft(at: content.place(of: root))
    draft.take(title: content.name)
    for object in content.objects {
      switch shape {
      case .version3: take(object, kind: object["id"], &draft, content)
      case .version2: take(object, kind: object["template"], &draft, content)
      case .stix: take(stix: object, &draft, content)
      case .draft: break
      }
    }
    file.reports = [draft]
    return file
  }

  /// An object of the Builder: its properties are pairs of a name and a value.
  private static func take(
    _ object: JSONValue, kind: JSONValue?, _ draft: inout ReportDraft, _ content: ReportContent
  ) {
    if kind?.equals("flow") ?? false {
      describe(&draft, by: object, FlowProperties(object["properties"]))
    } else if kind?.equals("action") ?? false {
      let properties = FlowProperties(object["properties"])
      let chosen = FlowProperties(properties["ttp"])["technique"]
      take(
        technique: [chosen, properties["technique_id"]], properties["technique_ref"], &draft,
        content)
    }
  }

  private static func describe(
    _ draft: inout ReportDraft, by flow: JSONValue, _ properties: FlowProperties
  ) {
    draft.take(title: properties.text("name"))
    draft.shownID = flow.cleanText("instance") ?? flow.cleanText("id")
    draft.ownID = draft.shownID
    let created = properties["created"]?.cleanText("time") ?? properties.text("created")
    draft.date = created.flatMap(DateText.date)
    draft.isDateOfAdding = draft.date != nil
    for (_, reference) in FlowProperties(properties["external_references"]).pairs {
      draft.take(address: FlowProperties(reference).text("url"))
    }
  }

  private static func take(
    stix object: JSONValue, _ draft: inout ReportDraft, _ content: ReportContent
  ) {
    if object["type"]?.equals("attack-flow") ?? false {
      draft.take(title: object.cleanText("name"))
      draft.shownID = object.cleanText("id")
      draft.ownID = draft.shownID.map(StixIdentifier.uuid)
      draft.date = object.cleanText("created").flatMap(DateText.date)
      draft.isDateOfAdding = draft.date != nil
      for reference in object.list("external_references") {
        draft.take(address: reference.cleanText("url"))
      }
    } else if object["type"]?.equals("attack-action") ?? false {
      take(technique: [object["technique_id"]], object["technique_ref"], &draft, content)
    }
  }

  /// The technique of an action: the first id that is written, else the object that it refers to.
  private static func take(
    technique ids: [JSONValue?], _ reference: JSONValue?, _ draft: inout ReportDraft,
    _ content: ReportContent
  ) {
    if let id = ids.compactMap(\.self).first(where: { !($0.text?.isBlank ?? true) }) {
      draft.mention(id, content)
    } else if let reference, let id = reference.text, !id.isBlank {
      draft.mentions.append(
        TechniqueMention(.object(id: id, name: nil), at: content.place(of: reference)))
    }
  }
}
