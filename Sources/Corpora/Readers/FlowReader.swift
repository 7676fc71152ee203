import Text

/// Attack Flow in its three shapes: the Builder's files of versions 2 and 3, and STIX.
///
/// A flow is a report of the techniques of its actions, and of the order in which they were drawn.
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
    guard let root = content.document?.root, let shape = shape(content) else {
      return ReportFile(format)
    }
    var objects = FlowObjects(content, at: content.place(of: root))
    switch shape {
    case .version3:
      for object in content.objects { objects.take(object, kind: "id", id: "instance") }
      objects.connect(FlowLines(version3: content.objects))
    case .version2:
      for object in content.objects { objects.take(object, kind: "template", id: "id") }
      objects.connect(FlowLines(version2: content.objects))
    case .stix:
      for object in content.objects { objects.take(stix: object) }
      objects.connect(FlowLines(stix: content.objects))
    case .draft:
      throw .unusable(
        nil, "a draft of Attack Flow 0.1.0; open it in Attack Flow Builder, and save it anew")
    }
    return objects.file
  }
}
