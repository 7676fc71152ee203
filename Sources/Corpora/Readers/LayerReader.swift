import Text

/// Layers of ATT&CK Navigator, from version 2.2 on: a layer is a report.
///
/// A technique counts if it is enabled, and has a score above zero, or no score and a colour or a comment.
enum LayerReader: ReportReader {
  static let format = ReportFormat.layer

  static let mark = "a list `techniques` of objects with `techniqueID`, and `domain` or `version`"

  static func recognises(_ content: ReportContent) -> Bool {
    content.entries.contains(where: isLayer)
  }

  /// A layer, or an array of layers; `nil` of anything else.
  static func layers(of root: JSONValue) -> [JSONValue]? {
    let layers = (root.elements ?? [root]).filter(isLayer)
    return layers.isEmpty ? nil : layers
  }

  private static func isLayer(_ value: JSONValue) -> Bool {
    guard let techniques = value["techniques"]?.elements else { return false }
    if techniques.contains(where: { $0["techniqueID"] != nil }) { return true }
    return techniques.isEmpty
      && (value["domain"] != nil || value["version"] != nil || value["versions"] != nil)
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    var file = ReportFile(format)
    let layers = content.entries
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
    draft.take(title: name)
    let title = layer.cleanText("name")?.trimmed
    // What Navigator calls a layer that nobody named.
    if title != "layer" { draft.take(title: title) }
    draft.ownID = "layer:\(name)"
    for link in layer.list("links") { draft.take(address: link.cleanText("url")) }
    let metadata = layer.list("metadata").map(LayerMetadata.init)
    draft.date = metadata.lazy.compactMap(\.date).first
    draft.tlp = metadata.compactMap(\.tlp).max()
    for entry in LayerEntry.all(of: layer) where entry.isEvidence {
      let place = content.place(of: entry.value)
      if let id = entry.id {
        draft.mentions.append(TechniqueMention(.text(id), at: place))
      } else {
        file.remark("an entry without `techniqueID`", at: place)
      }
    }
    return draft
  }
}
