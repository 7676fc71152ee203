import Attack
import Measures
import Text

/// `data/relations.stix.json`: the firm pairs as relationships of STIX 2.1 between ATT&CK's own
/// attack patterns, which it names by their ids and does not hold.
///
/// A pair keeps its id from release to release. It was created when the younger of its techniques
/// was, which does not change, and is modified by each release.
struct RelationBundle: Sendable {
  let knowledge: Knowledge
  let pairs: [TechniquePair]
  let counts: PairCounts

  var json: [UInt8] {
    let objects = [Self.identity, Self.definition] + pairs.map(relationship)
    let releases = knowledge.releases.map(\.title).joined(separator: ", ")
    let value: JSONText = [
      "type": "bundle", "id": Self.id("bundle", releases), "objects": .list(objects),
    ]
    return value.line
  }

  /// How sure a pair is, of a hundred: 50 where at least the expected was seen, 67 at twice that, 80
  /// at four times.
  static func confidence(lower: Double) -> Int {
    Int((100 * lower / (1 + lower)).rounded(.toNearestOrAwayFromZero))
  }
}

extension RelationBundle {
  private static func id(_ type: String, _ name: String) -> JSONText {
    .text("\(type)--\(NamedUUID("\(type) \(name)"))")
  }

  private static let author = id("identity", "attack-relations")
  private static let extensionID = "extension-definition--\(NamedUUID("extension-definition pair"))"
  /// Of what does not change with the data.
  private static let epoch: JSONText = "2026-11-24T00:00:00.000Z"

  private static let identity: JSONText = [
    "type": "identity", "spec_version": "2.1", "id": author, "created": epoch, "modified": epoch,
    "name": "attack-relations", "identity_class": "system",
    "description": "Counts which techniques the reports that ATT&CK cites name together.",
  ]

  private static let definition: JSONText = [
    "type": "extension-definition", "spec_version": "2.1", "id": .text(extensionID),
    "created_by_ref": author, "created": epoch, "modified": epoch, "name": "Reported together",
    "description": "How many of the reports that ATT&CK cites name both attack patterns.",
    "schema": """
    reports_source and reports_target: integers, the reports that cite each attack pattern. \
    together: integer, those that cite both. expected: number, how many would cite both by \
    chance alone, given their lengths. ratio: number, (together + 5) / (expected + 5). lower: \
    number, its 5 % lower bound.
    """,
    "version": "1.0.0", "extension_types": ["property-extension"],
  ]

  private func relationship(_ pair: TechniquePair) -> JSONText {
    let association = pair.association
    let (source, target) = (
      knowledge.techniques[pair.technique], knowledge.techniques[association.partner]
    )
    let created = max(source.created, target.created).day ?? modified
    return [
      "type": "relationship", "spec_version": "2.1",
      "id": Self.id("relationship", "\(source.stixID) \(target.stixID)"),
      "created_by_ref": Self.author, "created": Self.midnight(min(created, modified)),
      "modified": Self.midnight(modified), "relationship_type": "related-to",
      "description": .text("\(source.id) and \(target.id) are reported together"),
      "source_ref": .text(source.stixID), "target_ref": .text(target.stixID),
      "confidence": .integer(Self.confidence(lower: association.ratio.lower)),
      "extensions": .object([(key: Self.extensionID, value: measures(of: pair))]),
    ]
  }

  private func measures(of pair: TechniquePair) -> JSONText {
    let association = pair.association
    return [
      "extension_type": "property-extension", "reports_source": .integer(association.base),
      "reports_target": .integer(counts.total(association.partner)),
      "together": .integer(association.together), "expected": .rounded(association.expected),
      "ratio": .rounded(association.ratio.ratio), "lower": .rounded(association.ratio.lower),
    ]
  }

  /// The day of the data; of a bundle without any date the day that all of ours have.
  private var modified: String { knowledge.newestDate ?? "2026-11-24" }

  private static func midnight(_ day: String) -> JSONText { .text(day + "T00:00:00.000Z") }
}

extension JSONText {
  /// To four digits, as the tables have it.
  fileprivate static func rounded(_ value: Double) -> JSONText {
    var text = ByteWriter()
    text.significant(value, 4)
    return .number(Double(text.text) ?? value)
  }
}
