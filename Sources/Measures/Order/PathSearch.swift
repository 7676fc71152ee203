import Attack

/// The best chains of steps between two sets of techniques, the best found first.
///
/// 1. Begin with every start. 2. Take the candidate that may lead to the best chain. 3. If it is a chain, it is the next
/// best. 4. Else go one step on, to each technique that it does not have, and work out how good each may still become:
/// by dynamic programming over the steps that are left, without the techniques that the candidate has. So hardly a
/// candidate is taken that is not the beginning of a chain that is listed, however dense the steps are.
///
/// Source: P. E. Hart, N. J. Nilsson, B. Raphael, "A Formal Basis for the Heuristic Determination of Minimum Cost Paths",
/// IEEE Transactions on Systems Science and Cybernetics 4 (1968) 100-107; J. Y. Yen, "Finding the K Shortest Loopless
/// Paths in a Network", Management Science 17 (1971) 712-716, for leaving out what the beginning has.
struct PathSearch {
  private let steps: IntrusionSteps
  private let network: StepNetwork
  private let longest: Int

  /// - Parameters:
  ///   - steps: all that there are; those without a direction are in no chain.
  ///   - longest: the most steps of a chain.
  init(_ steps: IntrusionSteps, longest: Int) {
    self.steps = steps
    self.longest = longest
    network = StepNetwork(steps)
  }

  /// Looks for the best chains.
  ///
  /// - Parameters:
  ///   - most: how many.
  ///   - starts: where chains begin.
  ///   - goals: where they end; none of them is a start.
  /// - Returns: the best first; of equal ones those of fewer steps, then by ids.
  func best(
    _ most: Int, from starts: Set<Index<Technique>>, to goals: Set<Index<Technique>>
  ) -> [[IntrusionStep]] {
    let isGoal = steps.techniques.map(goals.contains)
    var open = beginnings(starts, isGoal)
    var found: [[IntrusionStep]] = []
    while found.count < most, let next = open.indices.min(by: { open[$0] < open[$1] }) {
      open.swapAt(next, open.count - 1)
      let candidate = open.removeLast()
      if candidate.isComplete {
        found.append(chain(candidate.techniques))
      } else {
        open += continuations(of: candidate, isGoal)
      }
    }
    return found
  }

  private func beginnings(_ starts: Set<Index<Technique>>, _ isGoal: [Bool]) -> [PathCandidate] {
    let rest = network.rest(longest - 1, isGoal, without: [])
    return starts.sorted().compactMap { start in
      network.onward(from: start.number, rest).map {
        PathCandidate(techniques: [start.number], product: 1, rest: $0)
      }
    }
  }

  /// The candidate one step longer: as chains that end there, and as ones that may still go on.
  private func continuations(of candidate: PathCandidate, _ isGoal: [Bool]) -> [PathCandidate] {
    guard let last = candidate.techniques.last else { return [] }
    let left = longest - candidate.techniques.count
    let visited = Set(candidate.techniques)
    let rest = left > 0 ? network.rest(left - 1, isGoal, without: visited) : nil
    return network.steps(from: last).filter { !visited.contains($0.target) }.flatMap { step in
      let techniques = candidate.techniques + [step.target]
      let product = candidate.product * step.factor
      let onward = rest.flatMap { network.onward(from: step.target, $0) }
      let ways = (isGoal[step.target] ? [.arrived] : []) + (onward.map { [$0] } ?? [])
      return ways.map { PathCandidate(techniques: techniques, product: product, rest: $0) }
    }
  }

  private func chain(_ techniques: [Int]) -> [IntrusionStep] {
    zip(techniques, techniques.dropFirst()).compactMap { steps[Index($0), Index($1)] }
  }
}
