/// The size-aware null: reports and techniques keep their degrees on average, all else is chance.
///
/// A link of report r and technique c has the probability `x_r y_c / (1 + x_r y_c)`; the x and y
/// are such that every report's expected size and every technique's expected total is the real
/// one. Members of equal degree share a value.
///
/// Source: F. Saracco, R. Di Clemente, A. Gabrielli, T. Squartini, "Randomizing bipartite
/// networks: the case of the World Trade Web", Scientific Reports 5 (2015) 10595; F. Saracco et
/// al., "Inferring monopartite projections of bipartite networks", New Journal of Physics 19
/// (2017) 053022.
package struct BipartiteConfigurationModel: Sendable {
  package let reports: DegreeClasses
  package let techniques: DegreeClasses
  /// By size class of reports, then degree class of techniques.
  package let probabilities: [[Double]]
  /// The x of each size class of reports and the y of each degree class of techniques; `nil` if
  /// the degrees alone decide the links (`ForcedLinks`).
  package let fitness: (reports: [Double?], techniques: [Double?])
  /// Rounds of the fixed-point iteration.
  package let rounds: Int
  /// Whether every margin is met within the tolerance; else the last values are kept.
  package let isConverged: Bool

  package init(reports: DegreeClasses, techniques: DegreeClasses) {
    let forced = ForcedLinks(reports: reports, techniques: techniques)
    var iteration = FixedPoint(forced, reports: reports.sizes, techniques: techniques.sizes)
    var rounds = 0
    var isConverged = iteration.isMet(within: Self.tolerance)
    while !isConverged && rounds < Self.mostRounds {
      iteration.advance()
      isConverged = iteration.isMet(within: Self.tolerance)
      rounds += 1
    }
    self.reports = reports
    self.techniques = techniques
    self.rounds = rounds
    self.isConverged = isConverged
    probabilities = iteration.fill(forced)
    fitness = iteration.fitness(forced, reports: reports.count, techniques: techniques.count)
  }

  private static let tolerance = 1e-9
  private static let mostRounds = 10_000
}

/// The fitness values of the open classes of both sides, on their way to the solution.
private struct FixedPoint {
  /// One class: what it must come to, how many members it has, its present value.
  struct Side {
    var degrees: [Double]
    var sizes: [Double]
    var values: [Double]

    init(_ open: [(index: Int, degree: Int)], sizes: [Int], links: Double) {
      degrees = open.map { Double($0.degree) }
      self.sizes = open.map { Double(sizes[$0.index]) }
      values = degrees.map { $0 / links.squareRoot() }
    }

    /// Divides each degree by its expectation per unit of value.
    ///
    /// Several values at once, each with a sum of its own in the order of the other side: the bits
    /// are those of one after the other.
    mutating func update(against other: Side) {
      let weighted = zip(other.sizes, other.values).map { $0 * $1 }
      for start in stride(from: 0, to: values.count, by: Lanes.scalarCount) {
        let own = lanes(from: start)
        var sums = Lanes.zero
        for index in weighted.indices {
          sums +=
            Lanes(repeating: weighted[index])
            / (Lanes(repeating: 1) + own * Lanes(repeating: other.values[index]))
        }
        for index in start..<min(start + Lanes.scalarCount, values.count) {
          values[index] = degrees[index] / sums[index - start]
        }
      }
    }

    /// The largest distance of an expected degree from the real one.
    func deviation(against other: Side) -> Double {
      var largest = 0.0
      for start in stride(from: 0, to: values.count, by: Lanes.scalarCount) {
        let own = lanes(from: start)
        var sums = Lanes.zero
        for index in other.values.indices {
          let odds = own * Lanes(repeating: other.values[index])
          sums += Lanes(repeating: other.sizes[index]) * (odds / (Lanes(repeating: 1) + odds))
        }
        for index in start..<min(start + Lanes.scalarCount, values.count) {
          largest = max(largest, abs(sums[index - start] - degrees[index]))
        }
      }
      return largest
    }

    private typealias Lanes = SIMD8<Double>

    /// The values from an index on; beyond the last one 1.
    private func lanes(from start: Int) -> Lanes {
      var lanes = Lanes(repeating: 1)
      for index in start..<min(start + Lanes.scalarCount, values.count) {
        lanes[index - start] = values[index]
      }
      return lanes
    }
  }

  private var reports: Side
  private var techniques: Side

  init(_ forced: ForcedLinks, reports: [Int], techniques: [Int]) {
    let links = forced.reports.reduce(0) { $0 + $1.degree * reports[$1.index] }
    self.reports = Side(forced.reports, sizes: reports, links: Double(links))
    self.techniques = Side(forced.techniques, sizes: techniques, links: Double(links))
  }

  mutating func advance() {
    reports.update(against: techniques)
    techniques.update(against: reports)
  }

  /// Whether every expected degree is as near to the real one.
  func isMet(within tolerance: Double) -> Bool {
    reports.deviation(against: techniques) <= tolerance
      && techniques.deviation(against: reports) <= tolerance
  }

  /// The forced links, with the open ones filled in.
  func fill(_ forced: ForcedLinks) -> [[Double]] {
    var probabilities = forced.probabilities
    for (report, x) in zip(forced.reports, reports.values) {
      for (technique, y) in zip(forced.techniques, techniques.values) {
        probabilities[report.index][technique.index] = Self.probability(x, y)
      }
    }
    return probabilities
  }

  /// The values of the open classes, each at the index of its class.
  func fitness(
    _ forced: ForcedLinks, reports reportCount: Int, techniques techniqueCount: Int
  ) -> (reports: [Double?], techniques: [Double?]) {
    var fitness = (
      reports: [Double?](repeating: nil, count: reportCount),
      techniques: [Double?](repeating: nil, count: techniqueCount)
    )
    for (open, x) in zip(forced.reports, reports.values) { fitness.reports[open.index] = x }
    for (open, y) in zip(forced.techniques, techniques.values) {
      fitness.techniques[open.index] = y
    }
    return fitness
  }

  static func probability(_ x: Double, _ y: Double) -> Double { x * y / (1 + x * y) }
}
