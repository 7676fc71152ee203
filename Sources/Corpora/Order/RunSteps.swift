/// Actions in any order, each with what says when it ran: a number, a time, or both.
struct RunSteps {
  private var steps: [Step] = []

  private struct Step {
    var action: OrderDraft.Action
    let number: StepNumber?
    let moment: Moment?
  }

  mutating func add(_ action: OrderDraft.Action, number: StepNumber?, moment: Moment?) {
    steps.append(Step(action: action, number: number, moment: moment))
  }

  /// The steps that the order is made of: if any has a number those that have one, else those that have a time.
  private var placed: [Step] {
    let numbered = steps.filter { $0.number != nil }
    return numbered.isEmpty ? steps.filter { $0.moment != nil } : numbered
  }

  /// How many of the steps are not in the order; 0 if there is no order.
  var leftOut: Int { placed.isEmpty ? 0 : steps.count - placed.count }

  /// The order: by number, then by time, then as they were added; `nil` if nothing says when they ran.
  ///
  /// Steps of one number without a time are one action, since nothing says which of them came first.
  var order: OrderDraft? {
    let placed = placed
    guard !placed.isEmpty else { return nil }
    let groups = Dictionary(grouping: placed, by: \.number)
    let numbers = groups.keys.sorted { left, right in
      guard let left, let right else { return false }
      return left < right
    }
    return OrderDraft(run: numbers.flatMap { Self.actions(of: groups[$0] ?? []) })
  }

  private static func actions(of steps: [Step]) -> [OrderDraft.Action] {
    let timed = steps.enumerated().compactMap { position, step in
      step.moment.map { (moment: $0, position: position, action: step.action) }
    }
    guard timed.count == steps.count else {
      return [OrderDraft.Action(mentions: steps.flatMap(\.action.mentions))]
    }
    return timed.sorted { ($0.moment, $0.position) < ($1.moment, $1.position) }.map(\.action)
  }
}
