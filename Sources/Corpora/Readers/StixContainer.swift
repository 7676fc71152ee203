import Text

/// A report in STIX, and what it refers to.
struct StixContainer {
  private(set) var draft: ReportDraft
  private(set) var remarks: [ReportFile.Remark] = []
  private let store: StixReportObjects
  private let content: ReportContent

  init(_ container: JSONValue, _ store: StixReportObjects, _ content: ReportContent) {
    self.store = store
    self.content = content
    draft = ReportDraft(at: content.place(of: container))
    draft.take(title: content.name)
    draft.take(title: container.cleanText("name"))
    draft.shownID = container.cleanText("id")
    draft.ownID = draft.shownID.map(StixIdentifier.uuid)
    let published = container.cleanText("published").flatMap(DateText.date)
    draft.date = published ?? container.cleanText("created").flatMap(DateText.date)
    draft.isDateOfAdding = published == nil && draft.date != nil
    take(StixMarkings(of: container, in: store))
    for reference in container.list("external_references") {
      draft.take(address: reference.cleanText("url"))
    }
    take(labels: container.list("labels"))
    let references = container.list("object_refs")
    let members = Set(references.compactMap(\.text))
    for reference in references { take(reference, among: members) }
  }

  private mutating func take(_ markings: StixMarkings) {
    draft.tlp = markings.tlp
    remarks += markings.remarks(in: content)
  }

  private mutating func take(_ reference: JSONValue, among members: Set<String>) {
    guard let id = reference.text else { return }
    if id.hasPrefix("attack-pattern--") {
      take(pattern: id, at: reference)
    } else if let object = store[id] {
      if let relation = object.relation { take(relation, among: members) }
      take(labels: object.labels)
    }
  }

  /// A relationship counts where its other end is in the report too.
  private mutating func take(_ relation: StixReportObjects.Relation, among members: Set<String>) {
    guard let source = relation.source.text, let target = relation.target.text else { return }
    if source.hasPrefix("attack-pattern--"), members.contains(target) {
      take(pattern: source, at: relation.source)
    }
    if target.hasPrefix("attack-pattern--"), members.contains(source) {
      take(pattern: target, at: relation.target)
    }
  }

  /// What an id stands for may be known without the object: MITRE's ids are those of every release.
  private mutating func take(pattern id: String, at reference: JSONValue) {
    draft.mentions.append(
      store.mention(ofPattern: id)
        ?? TechniqueMention(.object(id: id, name: nil), at: content.place(of: reference)))
  }

  /// MISP's converter writes the tags of attributes into the labels of what they became.
  private mutating func take(labels: [JSONValue]) {
    for label in labels {
      guard let text = label.text else { continue }
      let place = content.place(of: label)
      switch GalaxyTag.meaning(of: text) {
      case .technique(let id): draft.mentions.append(TechniqueMention(.text(id), at: place))
      case .remark(let words): remarks.append(ReportFile.Remark("the label \(words)", at: place))
      case nil: break
      }
    }
  }
}
