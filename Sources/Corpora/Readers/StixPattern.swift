import Attack
import Text

/// An attack pattern of STIX, and where its technique's id may be.
struct StixPattern {
  private let pattern: JSONValue
  private let id: String

  init(_ pattern: JSONValue, id: String) {
    self.pattern = pattern
    self.id = id
  }

  /// The technique: the first of the fields that holds an id, else what its own STIX id stands for.
  func mention(in content: ReportContent) -> TechniqueMention {
    if let value = candidates.first(where: Self.holdsID), let text = value.text {
      return TechniqueMention(.text(text), at: content.place(of: value))
    }
    let place = content.place(of: pattern)
    if let label = labels.first { return TechniqueMention(.text(label), at: place) }
    let texts = candidates.compactMap(\.text)
    return TechniqueMention(
      .object(id: id, name: pattern.cleanText("name"), texts: texts), at: place)
  }

  /// A reference of MITRE, OpenCTI's fields, and references of others, in this order.
  private var candidates: [JSONValue] {
    let references = pattern.list("external_references")
    let mitre = references.filter {
      $0["source_name"]?.text.flatMap { Domain(catalogue: $0.lowercased()) } != nil
    }
    let ids = mitre.map { $0["external_id"] } + [pattern["x_mitre_id"]] + extensionIDs
    return (ids + references.map { $0["external_id"] }).compactMap(\.self)
  }

  /// The ids that extensions of OpenCTI give.
  private var extensionIDs: [JSONValue?] {
    (pattern["extensions"]?.members?.all ?? []).map { $0.value["id"] }
  }

  private var labels: [String] {
    pattern.list("labels").lazy.compactMap(\.text).compactMap(GalaxyTag.init)
      .filter(\.isOfTechnique).compactMap(\.id)
  }

  private static func holdsID(_ value: JSONValue) -> Bool {
    value.text.map { !TechniqueText($0).found.isEmpty } ?? false
  }
}
