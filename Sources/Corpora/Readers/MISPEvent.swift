import Text

/// One event of MISP, as it is read.
struct MISPEvent {
  private(set) var draft: ReportDraft
  private(set) var remarks: [ReportFile.Remark] = []
  private let content: ReportContent
  private var tags: Set<String> = []

  init(_ event: JSONValue, _ content: ReportContent) {
    self.content = content
    draft = ReportDraft(at: content.place(of: event))
    draft.take(title: content.name)
    draft.take(title: event.cleanText("info"))
    draft.shownID = event.cleanText("uuid")
    draft.ownID = draft.shownID?.lowercased()
    draft.date = event.cleanText("date").flatMap(DateText.date)
    take(tagsOf: event)
    take(galaxiesOf: event)
    take(attributesOf: event)
    for object in event.list("Object") where !isDeleted(object) {
      take(attributesOf: object)
      if object["name"]?.equals("attack-pattern") ?? false { take(pattern: object) }
    }
    for report in event.list("EventReport") where !isDeleted(report) {
      take(report: report["content"])
    }
  }

  private func isDeleted(_ value: JSONValue) -> Bool {
    value["deleted"].map { $0.flag ?? ($0.text == "1" || $0.integer == 1) } ?? false
  }

  /// The strictest marking of the event and its attributes is that of the report.
  private mutating func take(tagsOf event: JSONValue) {
    let tags = Self.tags(event, "EventTag")
    draft.tlp = tags.compactMap(\.text).compactMap { TLP(tag: $0) }.max()
    for tag in tags { take(tag: tag) }
  }

  /// The names of tags; older versions wrap each tag in an object of the holder's.
  private static func tags(_ holder: JSONValue, _ wrapper: StaticString) -> [JSONValue] {
    (holder.list("Tag") + holder.list(wrapper).compactMap { $0["Tag"] }).compactMap { $0["name"] }
  }

  private mutating func take(attributesOf holder: JSONValue) {
    for attribute in holder.list("Attribute") where !isDeleted(attribute) {
      let tags = Self.tags(attribute, "AttributeTag")
      draft.tlp = max(draft.tlp, tags.compactMap(\.text).compactMap { TLP(tag: $0) }.max())
      for tag in tags { take(tag: tag) }
      take(galaxiesOf: attribute)
      guard attribute["type"]?.equals("link") ?? false,
        attribute["category"]?.equals("External analysis") ?? false
      else { continue }
      draft.take(address: attribute.cleanText("value"))
    }
  }

  private mutating func take(galaxiesOf holder: JSONValue) {
    for cluster in holder.list("Galaxy").flatMap({ $0.list("GalaxyCluster") }) {
      if let tag = cluster["tag_name"], tag.text != nil {
        take(tag: tag)
      } else if let value = cluster["value"], let text = value.text,
        let type = cluster["type"]?.text
      {
        take("misp-galaxy:\(type)=\"\(text)\"", at: content.place(of: value))
      }
    }
  }

  private mutating func take(tag: JSONValue) {
    if let text = tag.text { take(text, at: content.place(of: tag)) }
  }

  private mutating func take(_ tag: String, at place: TextPlace) {
    guard tags.insert(tag).inserted else { return }
    switch GalaxyTag.meaning(of: tag) {
    case .technique(let id): draft.mentions.append(TechniqueMention(.text(id), at: place))
    case .remark(let words): remarks.append(ReportFile.Remark("the tag \(words)", at: place))
    case nil: break
    }
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
      let tag = Self.tag(at: after.prefix(Self.longestTag))
      take(tag.text, at: place)
      rest = after[tag.endIndex...]
    }
  }

  /// Up to the closing bracket; a bracket between quotation marks belongs to the tag.
  private static func tag(at start: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let plain = start.prefix { $0 != UInt8(ascii: ")") }
    guard plain.cut(at: "=\"") != nil, let quoted = start.cut(at: "\")") else { return plain }
    return start[...quoted.before.endIndex]
  }

  private static let longestTag = 1000
}
