import Text

/// Reports as the rows of a table bring them, one after the other or mixed.
struct TableDrafts {
  private(set) var reports: [ReportDraft] = []
  private var positions: [String: Int] = [:]
  /// For each report the actions that a row has each, if the table says when they ran.
  private var steps: [Int: RunSteps] = [:]

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

  /// The same, where the row is an action: what `change` adds is what it names.
  mutating func update(
    _ name: String, at place: TextPlace, number: StepNumber?, moment: Moment?,
    _ change: (inout ReportDraft) -> Void
  ) {
    var action = OrderDraft.Action(mentions: [])
    update(name, at: place) { action = $0.action(change) }
    guard let position = positions[name] else { return }
    steps[position, default: RunSteps()].add(action, number: number, moment: moment)
  }

  /// Puts the actions of each report in order.
  ///
  /// - Returns: how many of them nothing puts there.
  mutating func putInOrder() -> Int {
    for (position, steps) in steps { reports[position].order = steps.order }
    return steps.values.reduce(0) { $0 + $1.leftOut }
  }
}
