import Attack
import Measures
import TestSupport

/// A small random graph of steps, and the paths that it has when all of them are written out.
struct RandomSteps {
  private(set) var sample = StepSample(techniques: 12)
  let initialAccess: Set<Index<Technique>>
  let impact: Set<Index<Technique>>
  let seen: [Index<Technique>]
  /// The sources of each step that has a direction, by its ends.
  private var sources: [[Int]: Int] = [:]

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = 7 + random.index(below: 6)
    let some = { (most: Int) in
      Set(
        (0..<(1 + random.index(below: most))).map { _ in
          Index<Technique>(random.index(below: count))
        })
    }
    (initialAccess, impact, seen) = (some(3), some(3), some(4).sorted())
    let density = 15 + random.index(below: 40)
    let most = 1 + random.index(below: 8)
    for from in 0..<count {
      for to in 0..<count where to != from && random.index(below: 100) < density {
        add([from, to], random.index(below: most + 1), random.index(below: 3))
      }
    }
  }

  /// No source is a failed branch.
  private mutating func add(_ ends: [Int], _ count: Int, _ kind: Int) {
    let pair = "\(ends[0])>\(ends[1])"
    if count == 0 {
      sample.failed[pair] = 1
      return
    }
    sources[ends] = count
    switch kind {
    case 0: sample.drawn[pair] = count
    case 1: sample.run[pair] = count
    default:
      sample.drawn[pair] = 1
      let fact = "f\(ends[0])_\(ends[1])"
      for _ in 1..<max(1, count) {
        sample.procedures += [
          "T\(1000 + ends[0]) gives \(fact)", "T\(1000 + ends[1]) needs \(fact)",
        ]
      }
    }
  }

  /// A path, its score as a whole number of 2^-60ths.
  struct Written {
    let techniques: [Int]
    let units: UInt64
    let direction: IntrusionPath.Direction

    var words: String { techniques.map(String.init).joined(separator: ">") }
    var score: Double { Double(units) / Double(UInt64(1) << 60) }
  }

  /// At most five of all; where both directions have any, each has one.
  var listed: [Written] {
    let backward = written(.backward, initialAccess, Set(seen).subtracting(initialAccess))
    let forward = written(.forward, Set(seen).subtracting(impact), impact)
    let all = (backward + forward).sorted(by: Self.isBefore)
    let five = Array(all.prefix(5))
    for direction in IntrusionPath.Direction.allCases {
      guard let best = all.first(where: { $0.direction == direction }) else { continue }
      if !five.contains(where: { $0.direction == direction }) { return five.dropLast() + [best] }
    }
    return five
  }

  private static func isBefore(_ left: Written, _ right: Written) -> Bool {
    if left.units != right.units { return left.units > right.units }
    if left.techniques.count != right.techniques.count {
      return left.techniques.count < right.techniques.count
    }
    if left.techniques != right.techniques {
      return left.techniques.lexicographicallyPrecedes(right.techniques)
    }
    return left.direction == .backward && right.direction == .forward
  }

  private func written(
    _ direction: IntrusionPath.Direction, _ starts: Set<Index<Technique>>,
    _ goals: Set<Index<Technique>>
  ) -> [Written] {
    var chains = starts.map { [$0.number] }
    var found: [Written] = []
    while let chain = chains.popLast(), let last = chain.last {
      if chain.count > 1, goals.contains(Index(last)) {
        found.append(Written(techniques: chain, units: units(chain), direction: direction))
      }
      guard chain.count <= 6 else { continue }
      chains += sources.keys.filter { $0[0] == last && !chain.contains($0[1]) }
        .map { chain + [$0[1]] }
    }
    return found
  }

  private func units(_ chain: [Int]) -> UInt64 {
    zip(chain, chain.dropFirst()).reduce(UInt64(1) << 60) { units, step in
      let count = sources[[step.0, step.1]] ?? 0
      return (units >> UInt64(count)) * ((1 << UInt64(count)) - 1)
    }
  }
}
