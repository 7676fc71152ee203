import Text

/// Layers of ATT&CK Navigator, from version 2.2 on: a layer is a report.
///
/// A technique counts if it is enabled, and has a score above zero, or no score and a colour or a comment.
enum LayerReader: ReportReader {
  static let format = ReportFormat.layer

  static let mark = "a list `techniques` of objects with `techniqueID`, and `domain` or `version`"

  static func recognises(_ content: ReportContent) -> Bool {
    guard let root = content.document?.root else { return false }
    return isLayer(root) || (root.elements?.first.map(isLayer) ?? false)
  }

  /// A layer, or an array of layers; `nil` of anything else.
  static func layers(of root: JSONValue) -> [JSONValue]? {
    let layers = (root.elements ?? [root]).filter(isLayer)
    return layers.isEmpty ? nil : layers
  }

  private static func isLayer(_ value: JSONValue) -> Bool {
    guard let members = value.members, let techniques = members["techniques"]?.elements
    else { return false }
    let hasFrame =
      members["domain"] != nil || members["version"] != nil || members["versions"] != nil
    return techniques.first.map { $0["techniqueID"] != nil } ?? hasFrame
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    var file = ReportFile(format)
    guard let root = content.document?.root else { return file }
    let layers = root.elements ?? [root]
    for (position, layer) in layers.enumerated() {
      guard isLayer(layer) else {
        file.remark("an element that is no layer", at: content.place(of: layer))
        continue
      }
      let name = layers.count == 1 ? content.name : "\(content.name)-\(position + 1)"
      file.reports.append(read(layer, name: name, content, &file))
    }
    return file
  }

  private static func read(
    _ layer: JSONValue, name: String, _ content: ReportContent, _ file: inout ReportFile
  ) -> ReportDraft {
    var draft = ReportDraft(at: content.place(of: layer))
    let title = layer.cleanText("name")?.trimmed ?? ""
    draft.title = TextCleaner.name(title.isEmpty || title == "layer" ? name : title)
    draft.ownID = "layer:\(name)"
    for link in layer.list("links") { draft.add(address: link.cleanText("url")?.trimmed) }
    draft.date =
      layer.list("metadata").lazy
      .filter { $0.cleanText("name")?.lowercased() == "date" }
      .compactMap { $0.cleanText("value").flatMap(DateText.date) }.first
    draft.tlp = layer.list("metadata").compactMap { entry in
      entry.cleanText("value").flatMap { TLP(tag: $0.trimmed) ?? tlp(entry, $0) }
    }.max()
    for entry in LayerEntry.all(of: layer) {
      guard entry.isEvidence else { continue }
      guard let id = entry.id else {
        file.remark("an entry without `techniqueID`", at: content.place(of: entry.value))
        continue
      }
      draft.mentions.append(TechniqueMention(.text(id), at: content.place(of: entry.value)))
    }
    return draft
  }

  private static func tlp(_ entry: JSONValue, _ value: String) -> TLP? {
    entry.cleanText("name")?.lowercased() == "tlp" ? TLP(colour: value.trimmed) : nil
  }
}

/// An entry of a layer's list of techniques.
struct LayerEntry {
  let value: JSONValue
  /// As it is written; `nil` where it is none.
  let id: String?
  let score: Double?
  let isEnabled: Bool
  private let isMarked: Bool

  private init(_ value: JSONValue) {
    self.value = value
    let members = value.members
    id = members?["techniqueID"]?.text
    score = members?["score"]?.number
    isEnabled = members?["enabled"]?.flag ?? true
    let marks = [members?["color"]?.text, members?["comment"]?.text]
    isMarked = marks.contains { !($0?.trimmed.isEmpty ?? true) }
  }

  static func all(of layer: JSONValue) -> [LayerEntry] { layer.list("techniques").map(Self.init) }

  /// Whether it says that the technique was seen.
  var isEvidence: Bool { isEnabled && (score.map { $0 > 0 } ?? isMarked) }
}
