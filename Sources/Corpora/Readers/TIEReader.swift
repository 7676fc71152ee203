import Text

/// The dataset of the Technique Inference Engine: a list of reports, each a map from techniques to counts.
enum TIEReader: ReportReader {
  static let format = ReportFormat.tie

  static let mark = "a list `reports` of objects with `mitre_techniques`"

  private static let lists: [StaticString] = ["reports", "technique_chains", "bags_of_techniques"]

  static func recognises(_ content: ReportContent) -> Bool { list(content) != nil }

  private static func list(_ content: ReportContent) -> [JSONValue]? {
    guard let members = content.document?.root.members else { return nil }
    for key in lists {
      guard let reports = members[key]?.elements, let first = reports.first else { continue }
      if first["mitre_techniques"]?.members != nil { return reports }
    }
    return nil
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    var file = ReportFile(format)
    for (position, report) in (list(content) ?? []).enumerated() {
      let place = content.place(of: report)
      guard let techniques = report["mitre_techniques"]?.members else {
        file.remark("a report without `mitre_techniques`", at: place)
        continue
      }
      var draft = ReportDraft(at: place)
      let number = report["id"]?.integer
      draft.kind = report.cleanText("origin_of_data")?.trimmed
      draft.shownID = number.map(String.init)
      let references = report.list("references").map(Self.reference)
      for (_, url) in references { draft.add(address: url) }
      let name = references.lazy.compactMap(\.name).first
      draft.title = TextCleaner.name(name ?? title(draft, content.name, position))
      for (key, _) in techniques.all {
        guard let text = key.text else { continue }
        draft.mentions.append(TechniqueMention(.text(text), at: content.place(of: key)))
      }
      file.reports.append(draft)
    }
    return file
  }

  /// A reference is an address, or an object with a name and an address.
  private static func reference(_ value: JSONValue) -> (name: String?, url: String?) {
    if let text = value.text { return (nil, TextCleaner.clean(text).trimmed) }
    let name = value.cleanText("name") ?? value.cleanText("report_title")
    let trimmed = name?.trimmed ?? ""
    return (trimmed.isEmpty ? nil : trimmed, value.cleanText("url")?.trimmed)
  }

  /// Where no reference has a name: the host of the first address that says something, else a number.
  private static func title(_ draft: ReportDraft, _ file: String, _ position: Int) -> String {
    ReportAddress.telling(draft.addresses).first?.description
      ?? "\(file), report \(draft.shownID ?? String(position + 1))"
  }
}
