import Corpora
import Text

extension SiteFileReader {
  /// Reports beside ATT&CK's: `[{path: ../purple, name: …, origin: internal | public, as: FORMAT}]`.
  func evidence(_ field: YAMLField) throws -> [EvidencePath] {
    let all = try field.list().map(evidencePath)
    guard Set(all.filter(\.isPublic).map(\.name)).count <= Report.Origin.mostSets else {
      throw field.complaint("expected at most \(Report.Origin.mostSets) public sets")
    }
    return all
  }

  private func evidencePath(_ entry: YAMLField) throws -> EvidencePath {
    let fields = try entry.fields(known: ["path", "name", "origin", "as"])
    guard let path = try fields["path"]?.filePath(), !path.isEmpty else {
      throw entry.complaint("expected a `path`, of a file or a folder of reports")
    }
    var evidence = EvidencePath(path: path)
    evidence.name = try fields["name"]?.text()
    if let format = fields["as"] { evidence.format = try reportFormat(format) }
    if let origin = fields["origin"] { evidence.isPublic = try isPublic(origin) }
    guard !evidence.isPublic || evidence.name?.trimmed.isEmpty == false else {
      throw entry.complaint("expected a `name`, which readers see beside each number of this set")
    }
    guard !["ours", "att&ck"].contains(evidence.name?.lowercased() ?? "") else {
      throw entry.complaint("`\(evidence.name ?? "")` names other reports, expected another `name`")
    }
    return evidence
  }

  private func reportFormat(_ field: YAMLField) throws -> ReportFormat {
    let text = try field.text()
    guard let format = ReportFormat(rawValue: text) else {
      throw field.complaint("expected a format of \(EvidenceOptions.formats), found `\(text)`")
    }
    return format
  }

  private func isPublic(_ field: YAMLField) throws -> Bool {
    switch try field.text() {
    case "public": true
    case "internal": false
    case let other: throw field.complaint("expected `internal` or `public`, found `\(other)`")
    }
  }
}
