import Text

/// Reports as the rows of a table bring them, one after the other or mixed.
struct TableDrafts {
  private(set) var reports: [ReportDraft] = []
  private var positions: [String: Int] = [:]

  /// Changes the report of a name, which begins where it is first met.
  mutating func update(
    _ name: String, at place: TextPlace, _ change: (inout ReportDraft) -> Void
  ) {
    if let position = positions[name] {
      change(&reports[position])
    } else {
      var draft = ReportDraft(at: place)
      draft.take(title: name)
      positions[name] = reports.count
      change(&draft)
      reports.append(draft)
    }
  }
}
