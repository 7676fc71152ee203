import Attack

/// The steps that have a direction, as numbers, for a search through them.
struct StepNetwork {
  struct Step {
    let target: Int
    let factor: Double
  }

  private let steps: [Step]
  /// For each technique where its steps are.
  private let ranges: [Range<Int>]

  init(_ all: IntrusionSteps) {
    var steps: [Step] = []
    ranges = all.techniques.map { technique in
      let start = steps.count
      for step in all.steps(from: technique) where step.hasDirection {
        steps.append(Step(target: step.to.number, factor: step.factor))
      }
      return start..<steps.count
    }
    self.steps = steps
  }

  func steps(from technique: Int) -> ArraySlice<Step> { steps[ranges[technique]] }

  /// For each technique the best way to a goal in at most so many steps; none from those left out.
  func rest(
    _ most: Int, _ isGoal: [Bool], without visited: Set<Int>
  ) -> [PathCandidate.Rest] {
    var rest = isGoal.indices.map { technique in
      isGoal[technique] && !visited.contains(technique) ? PathCandidate.Rest.arrived : .none
    }
    for _ in 0..<most {
      let shorter = rest
      for technique in isGoal.indices where !isGoal[technique] && !visited.contains(technique) {
        rest[technique] = onward(from: technique, shorter) ?? .none
      }
    }
    return rest
  }

  /// The best way from a technique to a goal that goes at least one step, given the best ways from where one step leads.
  func onward(from technique: Int, _ rest: [PathCandidate.Rest]) -> PathCandidate.Rest? {
    var best = PathCandidate.Rest.none
    for step in steps[ranges[technique]] where rest[step.target].score > 0 {
      let next = rest[step.target]
      let way = PathCandidate.Rest(score: step.factor * next.score, steps: next.steps + 1)
      if way.isBetter(than: best) { best = way }
    }
    return best.score > 0 ? best : nil
  }
}
