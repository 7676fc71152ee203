import Text

/// The dataset of the Technique Inference Engine: a list of reports, each a map from techniques to counts.
enum TIEReader: ReportReader {
  static let format = ReportFormat.tie

  static let mark = "a list `reports` of objects with `mitre_techniques`"

  private static let lists: [StaticString] = ["reports", "technique_chains", "bags_of_techniques"]

  static func recognises(_ content: ReportContent) -> Bool { list(content) != nil }

  private static func list(_ content: ReportContent) -> [JSONValue]? {
    guard let members = content.members else { return nil }
    for key in lists {
      guard let reports = members[key]?.elements else { continue }
      if reports.contains(where: { $0["mitre_techniques"]?.kind == .object }) { return reports }
    }
    return nil
  }

  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile {
    var file = ReportFile(format)
    for (position, report) in (list(content) ?? []).enumerated() {
      if let draft = draft(of: report, number: position + 1, content) {
        file.reports.append(draft)
      } else {
        file.remark("a report without `mitre_techniques`", at: content.place(of: report))
      }
    }
    return file
  }

  private static func draft(
    of report: JSONValue, number: Int, _ content: ReportContent
  ) -> ReportDraft? {
    guard let techniques = report["mitre_techniques"]?.members else { return nil }
    var draft = ReportDraft(at: content.place(of: report))
    draft.kind = report.cleanText("origin_of_data")?.trimmed
    let id = report["id"]
    draft.shownID = id?.integer.map(String.init) ?? id?.text.map { TextCleaner.line($0, limit: 80) }
    let references = report.list("references").map(reference)
    for (_, url) in references { draft.take(address: url) }
    let name = references.lazy.compactMap(\.name).first
    draft.take(title: name ?? title(draft, content.name, number))
    for (key, _) in techniques.all { draft.mention(key, content) }
    return draft
  }

  /// A reference is an address, or an object with a name and an address.
  private static func reference(_ value: JSONValue) -> (name: String?, url: String?) {
    if let text = value.text { return (nil, TextCleaner.clean(text).trimmed) }
    let name = value.cleanText("name") ?? value.cleanText("report_title")
    let trimmed = name?.trimmed ?? ""
    return (trimmed.isEmpty ? nil : trimmed, value.cleanText("url")?.trimmed)
  }

  /// Where no reference has a name: the host of the first address that says something, else a number.
  private static func title(_ draft: ReportDraft, _ file: String, _ number: Int) -> String {
    ReportAddress.telling(draft.addresses).first?.description
      ?? "\(file), report \(draft.shownID ?? String(number))"
  }
}
