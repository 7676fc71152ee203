import Attack
import Text

/// Reports in STIX 2.0 or 2.1, as OpenCTI, MISP, Unit 42 and others write it.
///
/// A bundle, a bare array of objects, or an object with `objects`. A report is a `report`, a `grouping`, or a case of OpenCTI.
enum StixReportReader: ReportReader {
  static let format = ReportFormat.stix

  static let mark = "a STIX bundle, or a list of objects that have a `type` and an `id` with `--`"

  static func recognises(_ content: ReportContent) -> Bool {
    content.document.flatMap { objects($0.root) } != nil
  }

  private static func objects(_ root: JSONValue) -> [JSONValue]? {
    let objects = root.elements ?? root["objects"]?.elements
    if root["type"]?.equals("bundle") ?? false { return objects ?? [] }
    guard let first = objects?.first, first["type"]?.text != nil,
      first["id"]?.text?.utf8.contains(UInt8(ascii: "-")) ?? false
    else { return nil }
    return objects
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    var file = ReportFile(format)
    guard let root = content.document?.root, let objects = objects(root) else { return file }
    let store = StixReportObjects(objects)
    for container in store.containers {
      if container["revoked"]?.flag ?? false {
        file.remark("a report that was revoked", at: content.place(of: container))
        continue
      }
      let reader = StixContainer(container, store, content)
      file.reports.append(reader.draft)
      file.remarks += reader.remarks
    }
    if store.containers.isEmpty {
      file.remark("no report in it: none of `report`, `grouping` and OpenCTI's cases")
    }
    return file
  }
}

/// The objects of a STIX file by their ids; of one that is there twice the newest.
struct StixReportObjects {
  /// The reports, in the order of the file.
  private(set) var containers: [JSONValue] = []
  private var objects: [String: JSONValue] = [:]

  init(_ all: [JSONValue]) {
    objects.reserveCapacity(all.count)
    var order: [String] = []
    for object in all {
      guard let members = object.members, let id = members["id"]?.text else { continue }
      let isContainer = members["type"].map(Self.isContainer) ?? false
      if let other = objects[id] {
        let (new, old) = (members["modified"]?.text ?? "", other["modified"]?.text ?? "")
        if new < old { continue }
      } else if isContainer {
        order.append(id)
      }
      objects[id] = object
    }
    containers = order.compactMap { objects[$0] }
  }

  subscript(id: String) -> JSONValue? { objects[id] }

  private static func isContainer(_ type: JSONValue) -> Bool {
    type.equals("report") || type.equals("grouping") || type.equals("x-opencti-case-incident")
      || type.equals("x-opencti-case-rfi") || type.equals("x-opencti-case-rft")
  }
}

/// A report in STIX, and what it refers to.
private struct StixContainer {
  private(set) var draft: ReportDraft
  private(set) var remarks: [ReportFile.Remark] = []
  private let store: StixReportObjects
  private let content: ReportContent

  init(_ container: JSONValue, _ store: StixReportObjects, _ content: ReportContent) {
    self.store = store
    self.content = content
    draft = ReportDraft(at: content.place(of: container))
    draft.title = TextCleaner.name(container.cleanText("name")?.trimmed ?? content.name)
    draft.shownID = container.cleanText("id")
    draft.ownID = draft.shownID.map(StixIdentifier.uuid)
    let published = container.cleanText("published").flatMap(DateText.date)
    draft.date = published ?? container.cleanText("created").flatMap(DateText.date)
    draft.isDateOfAdding = published == nil && draft.date != nil
    draft.tlp = marking(of: container)
    for reference in container.list("external_references") {
      draft.add(address: reference.cleanText("url")?.trimmed)
    }
    take(labels: container)
    let references = container.list("object_refs")
    let members = Set(references.compactMap(\.text))
    for reference in references { take(reference, among: members) }
  }

  private func marking(of object: JSONValue) -> TLP? {
    let markings = object.list("object_marking_refs").compactMap(\.text).compactMap { id in
      let marking = store[id]
      return marking?["definition"]?.cleanText("tlp").flatMap { TLP(colour: $0) ?? TLP(tag: $0) }
        ?? marking?.cleanText("name").flatMap { TLP(tag: $0) } ?? TLP(marking: id)
    }
    let labels = object.list("labels").compactMap(\.text).compactMap { TLP(tag: $0.trimmed) }
    return (markings.isEmpty ? labels : markings).max()
  }

  private mutating func take(_ reference: JSONValue, among members: Set<String>) {
    guard let id = reference.text else { return }
    let place = content.place(of: reference)
    guard let object = store[id] else {
      // What it stands for may be known all the same: MITRE's ids are those of every release.
      if id.hasPrefix("attack-pattern--") { mention(id, name: nil, at: place) }
      return
    }
    if id.hasPrefix("attack-pattern--") {
      take(pattern: object, id, at: place)
    } else if id.hasPrefix("relationship--") {
      take(relationship: object, among: members)
    } else {
      take(labels: object)
    }
  }

  /// A relationship counts where its other end is in the report too.
  private mutating func take(relationship: JSONValue, among members: Set<String>) {
    let type = relationship["relationship_type"]
    guard
      type.map({ $0.equals("uses") || $0.equals("indicates") || $0.equals("related-to") }) ?? false,
      let source = relationship["source_ref"], let target = relationship["target_ref"],
      let ends = [source.text, target.text] as? [String]
    else { return }
    for (end, other) in [(0, 1), (1, 0)] where ends[end].hasPrefix("attack-pattern--") {
      guard members.contains(ends[other]) else { continue }
      let place = content.place(of: end == 0 ? source : target)
      if let object = store[ends[end]] {
        take(pattern: object, ends[end], at: place)
      } else {
        mention(ends[end], name: nil, at: place)
      }
    }
  }

  /// The technique of an attack pattern: the first of the fields that may hold its id.
  private mutating func take(pattern: JSONValue, _ id: String, at place: TextPlace) {
    let references = pattern.list("external_references")
    let mitre = references.first { reference in
      Self.catalogues.contains(reference["source_name"]?.text ?? "")
        && reference["external_id"]?.text != nil
    }
    let candidates =
      [mitre?["external_id"], pattern["x_mitre_id"]] + extensions(pattern)
      + references.map { $0["external_id"] }
    if let value = candidates.lazy.compactMap(\.self).first(where: Self.holdsID) {
      draft.mention(value, content)
    } else if let label = techniqueLabels(of: pattern).first {
      draft.mentions.append(TechniqueMention(.text(label), at: place))
    } else {
      mention(id, name: pattern.cleanText("name"), at: place)
    }
  }

  private static let catalogues: Set = [
    "mitre-attack", "mitre-mobile-attack", "mitre-ics-attack", "mitre-pre-attack",
    "mitre-attack-mobile",
  ]

  private static func holdsID(_ value: JSONValue) -> Bool {
    value.text.map { !TechniqueText($0).found.isEmpty } ?? false
  }

  /// The ids that extensions of OpenCTI give.
  private func extensions(_ pattern: JSONValue) -> [JSONValue?] {
    (pattern["extensions"]?.members?.all ?? []).map { $0.value["id"] }
  }

  private func techniqueLabels(of object: JSONValue) -> [String] {
    object.list("labels").compactMap(\.text).compactMap(GalaxyTag.init)
      .filter(\.isOfTechnique).compactMap(\.id)
  }

  /// MISP's converter writes the tags of attributes into the labels of what they became.
  private mutating func take(labels object: JSONValue) {
    for label in object.list("labels") {
      guard let text = label.text, let tag = GalaxyTag(text) else { continue }
      let place = content.place(of: label)
      let shown = TextCleaner.clean(String(text.prefix(120)))
      if tag.isOfTechnique, let id = tag.id {
        draft.mentions.append(TechniqueMention(.text(id), at: place))
      } else if tag.isOfTechnique {
        remark("the label `\(shown)` has no id, and names are not matched", place)
      } else if tag.isOfOtherMatrix {
        remark("the label `\(shown)` is of another matrix", place)
      }
    }
  }

  private mutating func remark(_ text: String, _ place: TextPlace) {
    remarks.append(ReportFile.Remark(place: place, text: text))
  }

  private mutating func mention(_ id: String, name: String?, at place: TextPlace) {
    draft.mentions.append(TechniqueMention(.object(id: id, name: name), at: place))
  }
}
