import Text

/// The test cases of a VECTR export, row by row: those that were completed make up reports.
struct VectrCases {
  private let group, campaign, technique, variant, status, start: Int?
  /// Of a report, where neither a group nor a campaign has a name.
  private let name: String
  private var drafts = TableDrafts()
  private var remarks = ReportFile(VectrReader.format)
  /// How many were left out, by their status.
  private var notRun: [String: Int] = [:]
  /// How often each test case of a report was completed.
  private var runs: [TestCase: Int] = [:]

  private struct TestCase: Hashable {
    let report, technique, variant: String
  }

  /// How many were completed, and have no technique.
  private var withoutID = 0

  init(_ columns: TableColumns, name: String) {
    group = columns["assessmentgroup", "assessment"]
    campaign = columns["campaign"]
    technique = columns["mitreid"]
    variant = columns["variant"]
    status = columns["status"]
    start = columns["starttime"]
    self.name = name
  }

  mutating func take(_ row: CSVRows.Row) {
    let status = row.text(status) ?? "no status"
    guard status.lowercased() == "completed" else {
      notRun[TextCleaner.line(status, limit: 40), default: 0] += 1
      return
    }
    let names = [row.text(group), row.text(campaign)].compactMap(\.self)
    let title = names.isEmpty ? name : names.joined(separator: " / ")
    let date = date(of: row)
    let cell = row.cell(technique)
    if cell == nil { withoutID += 1 }
    let test = TestCase(
      report: title, technique: cell?.text ?? "", variant: row.text(variant) ?? "")
    let count = cell == nil ? 1 : runs[test, default: 0] + 1
    runs[test] = count
    drafts.update(title, at: row.place) { draft in
      draft.takeEarlier(date)
      draft.runs = max(draft.runs, count)
      if let cell { draft.mention(cell, of: row) }
    }
  }

  private mutating func date(of row: CSVRows.Row) -> PartialDate? {
    guard let text = row.text(start) else { return nil }
    let date = DateText.date(text)
    if date == nil { remarks.remark(undated: text, at: row.place) }
    return date
  }

  /// What all rows came to.
  var file: ReportFile {
    var file = remarks
    for (status, count) in notRun.sorted(by: { $0.key < $1.key }) {
      file.remark("\(Format.count(count, "test case")) left out, whose status is `\(status)`")
    }
    if withoutID > 0 {
      file.remark("\(Format.count(withoutID, "test case")) left out, without a `MitreID`")
    }
    file.reports = drafts.reports
    return file
  }
}
