import Corpora

extension SiteFileReader {
  /// Which reports are left out: `{leave_out: {manuals: true, techniques_from: 30, before: 2015}}`.
  func leftOut(_ reports: YAMLField) throws -> ReportFilter {
    guard let field = try reports.fields(known: ["leave_out"])["leave_out"] else {
      return ReportFilter()
    }
    let fields = try field.fields(known: ["manuals", "techniques_from", "before"])
    return ReportFilter(
      manuals: try fields["manuals"]?.bool() ?? false,
      techniquesFrom: try fields["techniques_from"].map {
        try number($0, in: 2...Int.max, "a number of techniques, 2 or more")
      },
      before: try fields["before"].map {
        try number($0, in: 1900...9999, "a year such as 2015")
      })
  }

  private func number(_ field: YAMLField, in range: ClosedRange<Int>, _ expected: String) throws
    -> Int
  {
    guard let number = Int(try field.text()), range.contains(number) else {
      throw field.complaint("expected \(expected), found `\(try field.text())`")
    }
    return number
  }
}
