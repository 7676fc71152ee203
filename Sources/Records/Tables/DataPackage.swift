import Attack
import Pages
import Text

/// `data/datapackage.json`: what each table is and what its columns hold, as a Data Package of the
/// Open Knowledge Foundation (datapackage.org, version 2), which `frictionless` reads.
///
/// Of a table in many files it lists the paths alone: the standard has no place for a hash of each,
/// and a description for every file would be some hundred times the same.
struct DataPackage: Sendable {
  private let tables: [SiteTable]
  private let answers: [Answer]
  private let knowledge: Knowledge
  private let settings: BuildSettings
  /// How far the tables may be passed on; `nil` where nothing says.
  private let marking: String?

  /// A file of JSON beside the tables.
  struct Answer: Sendable {
    let name: String
    let file: StampedFile
    let format: String
    let mediaType: String
    let holds: String
  }

  init(
    _ tables: [SiteTable], _ answers: [Answer], _ knowledge: Knowledge,
    _ settings: BuildSettings, marking: String? = nil
  ) {
    self.tables = tables
    self.answers = answers
    self.knowledge = knowledge
    self.settings = settings
    self.marking = marking
  }

  /// Raised where a column or a key goes, or means something else.
  static let schemaVersion = 3

  var json: [UInt8] {
    let created = knowledge.newestDate.map { [("created", JSONText.text($0 + "T00:00:00Z"))] } ?? []
    return JSONText.object(
      [
        ("$schema", "https://datapackage.org/profiles/2.0/datapackage.json"),
        ("name", "attack-relations"), ("title", .text(settings.title)), ("version", .text(release)),
        ("schema_version", .integer(Self.schemaVersion)), ("tool", "attack-relations"),
        ("tool_version", .text(settings.version)),
      ] + created + (marking.map { [("marking", JSONText.text($0))] } ?? []) + [
        ("licenses", [license]), ("sources", .list(knowledge.releases.map(Self.source))),
        ("resources", .list(tables.map(resource) + answers.map(\.resource))),
      ]
    ).line
  }
}

extension DataPackage {
  /// `18.1`, or of several domains `18.1, 17.1`.
  private var release: String {
    knowledge.releases.map { $0.version ?? "unknown" }.distinct.joined(separator: ", ")
  }

  private var license: JSONText {
    [
      "name": "LicenseRef-MITRE-ATTACK", "title": "MITRE’s terms of use of ATT&CK",
      "path": .text(String(RecordPath.license.trimmingPrefix(RecordPath.data))),
      "attribution": .text(knowledge.copyright.joined(separator: " ")),
    ]
  }

  private static func source(_ release: Release) -> JSONText {
    .object(
      [
        (
          key: "title",
          value: .text((release.isTeamsOwn ? "" : "MITRE ATT&CK, ") + release.title)
        ),
        ("path", "https://attack.mitre.org/"),
      ] + (release.version.map { [("version", .text($0))] } ?? []))
  }

  private func resource(_ site: SiteTable) -> JSONText {
    let table = site.table
    let path: JSONText =
      site.single.map { _ in .text(table.file) } ?? .list(table.paths.map { .text($0) })
    return .object(
      [
        (key: "name", value: .text(table.name)), ("path", path),
        ("description", .text(table.holds)),
        ("type", "table"), ("format", "csv"), ("mediatype", "text/csv"), ("encoding", "utf-8"),
      ] + (site.single?.stamp.fields ?? []) + [("schema", schema(of: table))])
  }

  private func schema(of table: DataTable) -> JSONText {
    let names = { (names: [String]) in JSONText.list(names.map { .text($0) }) }
    let key = table.key.isEmpty ? [] : [(key: "primaryKey", value: names(table.key))]
    let references = table.columns.filter { column in
      guard case .technique = column.form else { return false }
      return table.key != [column.name]
    }.map { column -> JSONText in
      [
        "fields": names([column.name]),
        "reference": [
          "resource": .text(table.name == Self.techniques.name ? "" : Self.techniques.name),
          "fields": names(Self.techniques.key),
        ],
      ]
    }
    let fields = table.columns.map { $0.field(knowledge.patterns) }
    return .object(
      [(key: "fields", value: .list(fields)), ("missingValues", [""])] + key
        + (references.isEmpty ? [] : [("foreignKeys", .list(references))]))
  }

  /// What the ids of techniques refer to.
  private static let techniques = DataFiles.techniqueTable
}

extension DataPackage.Answer {
  fileprivate var resource: JSONText {
    .object(
      [
        (key: "name", value: .text(name)),
        ("path", .text(String(file.path.trimmingPrefix(RecordPath.data)))),
        ("description", .text(holds)), ("type", "json"), ("format", .text(format)),
        ("mediatype", .text(mediaType)), ("encoding", "utf-8"),
      ] + file.stamp.fields)
  }
}

extension StampedFile.Stamp {
  fileprivate var fields: [(key: String, value: JSONText)] {
    [("bytes", .integer(length)), ("hash", .text("sha256:" + hash))]
  }
}
