package import Attack
package import Corpora
import Text

/// How often the findings of one half of the reports recur in the other.
///
/// One half makes each technique's list of five; a listed pair has come back if in the other half
/// it is again seen more often than expected. Techniques of fewer than five reports have no list.
package struct Replication: Codable, Equatable, Sendable {
  /// By rule, 0...1; a rule that lists nothing is left out.
  package let rates: [ListingRule: Double]
  /// By grade, over all pairs of the grade but families.
  package let gradeRates: [Grade: Double]

  /// - Parameters:
  ///   - matrix: reports by techniques.
  ///   - ids: of the techniques, ascending.
  ///   - groups: a label for each report; reports of one label stay in one half.
  ///   - halvings: how many times the reports are halved, each from a seed of its own.
  ///   - progress: called with the share that is done, 0...1.
  package init(
    _ matrix: BitMatrix, ids: IndexedList<Technique, String>, groups: [Int]? = nil,
    halvings: Int = 30,
    progress: @Sendable (Double) -> Void = { _ in }
  ) async {
    let rows = matrix.columnsByRow
    var rates: [ListingRule: Tally] = [:]
    var gradeRates: [Grade: Tally] = [:]
    for seed in 0..<halvings {
      let halves = Self.halves(of: groups ?? Array(rows.indices), seed: UInt64(seed))
      let learnt = await Associations(
        BitMatrix(rows: halves.first.map { rows[$0] }, columnCount: ids.count), ids: ids)
      let judge = Judge(halves.second.map { rows[$0] }, columnCount: ids.count)
      for (rule, tally) in await judge.tallies(learnt) {
        rates[rule, default: Tally()].add(tally)
      }
      for (grade, tally) in judge.gradeTallies(learnt) {
        gradeRates[grade, default: Tally()].add(tally)
      }
      progress(Double(seed + 1) / Double(halvings))
    }
    self.rates = rates.compactMapValues(\.rate)
    self.gradeRates = gradeRates.compactMapValues(\.rate)
  }

  /// Two halves of the labels at random, as the reports that have them, ascending.
  private static func halves(of groups: [Int], seed: UInt64) -> (first: [Int], second: [Int]) {
    var random = SplitMix64(seed: seed)
    var labels = Set(groups).sorted()
    for index in labels.indices.dropLast() {
      labels.swapAt(index, index + random.index(below: labels.count - index))
    }
    let chosen = Set(labels.prefix(labels.count / 2))
    return (
      groups.indices.filter { chosen.contains(groups[$0]) },
      groups.indices.filter { !chosen.contains(groups[$0]) }
    )
  }
}

/// How many pairs came back, of how many.
private struct Tally: Sendable {
  var hits = 0
  var cases = 0

  var rate: Double? { cases == 0 ? nil : Double(hits) / Double(cases) }

  mutating func add(_ other: Tally) {
    hits += other.hits
    cases += other.cases
  }

  mutating func add(_ isHit: Bool) {
    hits += isHit ? 1 : 0
    cases += 1
  }
}

/// The half that was not learnt from.
private struct Judge: Sendable {
  private let counts: PairCounts
  private let expected: ExpectedCounts

  init(_ rows: [[Int]], columnCount: Int) {
    let matrix = BitMatrix(rows: rows, columnCount: columnCount)
    counts = PairCounts(matrix)
    expected = ExpectedCounts(matrix, counts: counts)
  }

  func tallies(_ learnt: Associations) async -> [ListingRule: Tally] {
    let techniques = learnt.ids.indices.filter {
      learnt.counts.total($0) >= Self.fewestReports
    }
    let own = await concurrentMap(techniques.count) { self.tallies(of: techniques[$0], learnt) }
    var tallies: [ListingRule: Tally] = [:]
    for (rule, tally) in own.flatMap(\.self) { tallies[rule, default: Tally()].add(tally) }
    return tallies
  }

  private func tallies(
    of technique: Index<Technique>, _ learnt: Associations
  ) -> [(rule: ListingRule, tally: Tally)] {
    let partners = learnt.partners(of: technique)
    return ListingRule.allCases.map { rule in
      var tally = Tally()
      for partner in rule.partners(of: technique, among: partners, in: learnt, Self.listLength) {
        tally.add(comesBack(technique, partner))
      }
      return (rule, tally)
    }
  }

  func gradeTallies(_ learnt: Associations) -> [Grade: Tally] {
    var tallies: [Grade: Tally] = [:]
    for (a, b, grade) in learnt.gradedPairs {
      tallies[grade, default: Tally()].add(comesBack(a, b))
    }
    return tallies
  }

  private func comesBack(_ a: Index<Technique>, _ b: Index<Technique>) -> Bool {
    Double(counts.together(a, b)) > expected.mean(a, b)
  }

  private static let fewestReports = 5
  private static let listLength = 5
}

extension Associations {
  /// All pairs that are graded, families left out.
  package var gradedPairs: [(a: Index<Technique>, b: Index<Technique>, grade: Grade)] {
    ids.indices.flatMap { b in
      (ids.startIndex..<b).compactMap { a in
        guard counts.together(a, b) >= Grade.fewestReports, !isFamily(a, b) else { return nil }
        return self[a, b].grade.map { (a, b, $0) }
      }
    }
  }
}
