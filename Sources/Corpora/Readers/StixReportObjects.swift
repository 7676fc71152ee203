import Text

/// The objects of a STIX file by their ids, each looked at once; of one that is there twice the newest.
struct StixReportObjects {
  /// The reports, in the order of the file.
  private(set) var containers: [JSONValue] = []
  private var objects: [String: Object] = [:]
  private var patterns: [String: TechniqueMention] = [:]

  /// An object, and what reports ask of it.
  struct Object {
    let value: JSONValue
    let labels: [JSONValue]
    /// `nil` if it is no relationship that says that something was used.
    let relation: Relation?
    fileprivate let modified: String
  }

  /// The ends of a relationship.
  struct Relation {
    let source: JSONValue
    let target: JSONValue
  }

  init(_ content: ReportContent) {
    objects.reserveCapacity(content.objects.count)
    var order: [String] = []
    var members = JSONMembers(capacity: 16)
    for value in content.objects where value.read(into: &members) {
      guard let id = members["id"]?.text else { continue }
      let object = Object(value, members)
      if let other = objects[id] {
        // On equal dates the later one.
        if object.modified < other.modified { continue }
      } else if members["type"].map(Self.isContainer) ?? false {
        order.append(id)
      }
      objects[id] = object
    }
    containers = order.compactMap { objects[$0]?.value }
    for (id, object) in objects where id.hasPrefix("attack-pattern--") {
      patterns[id] = StixPattern(object.value, id: id).mention(in: content)
    }
  }

  subscript(id: String) -> Object? { objects[id] }

  /// The technique of an attack pattern; `nil` if the file does not have the object.
  func mention(ofPattern id: String) -> TechniqueMention? { patterns[id] }

  private static func isContainer(_ type: JSONValue) -> Bool {
    type.equals("report") || type.equals("grouping") || type.equals("x-opencti-case-incident")
      || type.equals("x-opencti-case-rfi") || type.equals("x-opencti-case-rft")
  }
}

extension StixReportObjects.Object {
  fileprivate init(_ value: JSONValue, _ members: JSONMembers) {
    self.value = value
    labels = members["labels"]?.elements ?? []
    modified = members["modified"]?.text ?? ""
    relation = StixReportObjects.Relation(members)
  }
}

extension StixReportObjects.Relation {
  /// `nil` of all that is not `uses`, `indicates` or `related-to`, and of what was revoked.
  fileprivate init?(_ members: JSONMembers) {
    guard let type = members["relationship_type"],
      type.equals("uses") || type.equals("indicates") || type.equals("related-to"),
      !(members["revoked"]?.flag ?? false), let source = members["source_ref"],
      let target = members["target_ref"]
    else { return nil }
    (self.source, self.target) = (source, target)
  }
}
