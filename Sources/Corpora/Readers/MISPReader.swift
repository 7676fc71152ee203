import Attack
import Text

/// Events of MISP as JSON: one, several in a list, or the answer of a search.
///
/// A technique counts as the id at the end of a tag or of a galaxy's cluster, on the event, its attributes, its objects and its
/// reports, and as an object `attack-pattern`.
enum MISPReader: ReportReader {
  static let format = ReportFormat.misp

  static let mark = "an `Event`, or an object with `uuid` and `info`"

  static func recognises(_ content: ReportContent) -> Bool {
    content.document.map { !events($0.root).isEmpty } ?? false
  }

  private static func events(_ root: JSONValue) -> [JSONValue] {
    let list = root.elements ?? root["response"]?.elements ?? [root["response"] ?? root]
    return list.compactMap { entry in
      if let event = entry["Event"], event.members != nil { return event }
      guard let members = entry.members, members["info"]?.text != nil, members["uuid"]?.text != nil
      else { return nil }
      return entry
    }
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    var file = ReportFile(format)
    guard let root = content.document?.root else { return file }
    for event in events(root) {
      var reader = MISPEvent(content)
      reader.read(event)
      file.reports.append(reader.draft)
      file.remarks += reader.remarks
    }
    return file
  }
}

/// One event, as it is read.
private struct MISPEvent {
  private(set) var draft: ReportDraft
  private(set) var remarks: [ReportFile.Remark] = []
  private let content: ReportContent
  private var tags: Set<String> = []

  init(_ content: ReportContent) {
    self.content = content
    draft = ReportDraft(at: TextPlace(line: 1, column: 1))
  }

  mutating func read(_ event: JSONValue) {
    draft = ReportDraft(at: content.place(of: event))
    draft.title = TextCleaner.name(event.cleanText("info")?.trimmed ?? content.name)
    draft.shownID = event.cleanText("uuid")
    draft.ownID = draft.shownID?.lowercased()
    draft.date = event.cleanText("date").flatMap(DateText.date)
    for tag in event.list("Tag") { take(tag: tag["name"], ofEvent: true) }
    take(galaxies: event)
    take(attributes: event)
    for object in event.list("Object") where !isDeleted(object) {
      take(attributes: object)
      if object["name"]?.equals("attack-pattern") ?? false { take(pattern: object) }
    }
    for report in event.list("EventReport") where !isDeleted(report) {
      take(report: report["content"])
    }
  }

  private func isDeleted(_ value: JSONValue) -> Bool {
    value["deleted"].map { $0.flag ?? ($0.text == "1" || $0.integer == 1) } ?? false
  }

  private mutating func take(attributes holder: JSONValue) {
    for attribute in holder.list("Attribute") where !isDeleted(attribute) {
      for tag in attribute.list("Tag") { take(tag: tag["name"], ofEvent: false) }
      take(galaxies: attribute)
      guard attribute["type"]?.equals("link") ?? false,
        attribute["category"]?.equals("External analysis") ?? false
      else { continue }
      draft.add(address: attribute.cleanText("value")?.trimmed)
    }
  }

  private mutating func take(galaxies holder: JSONValue) {
    for galaxy in holder.list("Galaxy") {
      for cluster in galaxy.list("GalaxyCluster") {
        take(tag: cluster["tag_name"], ofEvent: false)
        guard cluster["tag_name"]?.text == nil, let type = cluster["type"]?.text,
          GalaxyTag.isOfTechniques(galaxy: type), let value = cluster["value"],
          let id = value.text.flatMap(GalaxyTag.id)
        else { continue }
        draft.mentions.append(TechniqueMention(.text(id), at: content.place(of: value)))
      }
    }
  }

  /// The marking of the event is on the event alone: an attribute may be stricter for itself.
  private mutating func take(tag: JSONValue?, ofEvent: Bool) {
    guard let tag, let text = tag.text else { return }
    if ofEvent { draft.tlp = max(draft.tlp, TLP(tag: text.trimmed)) }
    take(galaxy: text, at: content.place(of: tag))
  }

  private mutating func take(galaxy text: String, at place: TextPlace) {
    guard tags.insert(text).inserted else { return }
    let shown = TextCleaner.clean(String(text.prefix(120)))
    guard let tag = GalaxyTag(text) else {
      if TechniqueText.seemsFreeTag(text) {
        remark("the tag `\(shown)` is of no galaxy, and does not count", place)
      }
      return
    }
    if tag.isOfTechnique {
      if let id = tag.id {
        draft.mentions.append(TechniqueMention(.text(id), at: place))
      } else {
        remark("the tag `\(shown)` has no id, and names are not matched", place)
      }
    } else if tag.isOfOtherMatrix {
      remark("the tag `\(shown)` is of another matrix", place)
    }
  }

  private mutating func remark(_ text: String, _ place: TextPlace) {
    remarks.append(ReportFile.Remark(place: place, text: text))
  }

  private mutating func take(pattern object: JSONValue) {
    for attribute in object.list("Attribute") where !isDeleted(attribute) {
      guard attribute["object_relation"]?.equals("id") ?? false, let value = attribute["value"]
      else { continue }
      draft.mention(value, content)
    }
  }

  /// A report written in MISP counts by its `@[tag](…)` alone.
  private mutating func take(report: JSONValue?) {
    guard let report, let text = report.text else { return }
    let place = content.place(of: report)
    var rest = ArraySlice(text.utf8)
    while let (_, after) = rest.cut(at: "@[tag](") {
      let plain = after.firstIndex(of: UInt8(ascii: ")")) ?? after.endIndex
      let isQuoted = after[..<plain].cut(at: "=\"") != nil
      let end = isQuoted ? after.cut(at: "\")").map { $0.before.endIndex + 1 } ?? plain : plain
      take(galaxy: after[..<end].text, at: place)
      rest = after[end...]
    }
  }
}
