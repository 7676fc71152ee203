package import Attack
package import Corpora

/// What the rule finds in reports without any association.
///
/// Shuffled corpora keep the size of every report and the total of every technique; who is with
/// whom is chance.
package struct ShuffledCorpora: Codable, Equatable, Sendable {
  /// Pairs of each grade in the real corpus, families left out.
  package let real: [Grade: Int]
  /// The mean number of such pairs in the shuffled ones.
  package let shuffled: [Grade: Double]
  /// How often the pairs that stand out in one half of a shuffled corpus recur in the other.
  package let replication: Double?

  /// - Parameters:
  ///   - matrix: reports by techniques.
  ///   - ids: of the techniques, ascending.
  ///   - count: how many times the corpus is shuffled, each from a seed of its own.
  ///   - progress: called with the share that is done, 0...1.
  package init(
    _ matrix: BitMatrix, ids: IndexedList<Technique, String>, count: Int = 10,
    progress: @Sendable (Double) -> Void = { _ in }
  ) async {
    var shuffled: [Grade: Double] = [:]
    var rates: [Double] = []
    for seed in 0..<count {
      let chance = matrix.shuffled(seed: UInt64(seed))
      for (grade, pairs) in await Self.gradeCounts(chance, ids) {
        shuffled[grade, default: 0] += Double(pairs) / Double(count)
      }
      let replication = await Replication(chance, ids: ids, halvings: 1)
      if let rate = replication.rates[.standingOut] { rates.append(rate) }
      progress(Double(seed + 1) / Double(count))
    }
    real = await Self.gradeCounts(matrix, ids)
    self.shuffled = shuffled
    replication = rates.isEmpty ? nil : rates.reduce(0, +) / Double(rates.count)
  }

  /// Pairs of a grade in the real corpus, and by chance.
  package func pairs(_ grade: Grade) -> (real: Int, chance: Double) {
    (real[grade] ?? 0, shuffled[grade] ?? 0)
  }

  /// The share of a grade's pairs that chance alone would give, at most 1; `nil` if there are none.
  package func chanceShare(_ grade: Grade) -> Double? {
    let (real, chance) = pairs(grade)
    return real == 0 ? nil : min(1, chance / Double(real))
  }

  private static func gradeCounts(
    _ matrix: BitMatrix, _ ids: IndexedList<Technique, String>
  ) async -> [Grade: Int] {
    let pairs = await Associations(matrix, ids: ids).gradedPairs
    return Dictionary(grouping: pairs, by: \.grade).mapValues(\.count)
  }
}

extension BitMatrix {
  /// A matrix of the same margins, otherwise at random, by trades between pairs of rows.
  ///
  /// Source: G. Strona, D. Nappo, F. Boccacci, S. Fattorini, J. San-Miguel-Ayanz, "A Fast and
  /// Unbiased Procedure to Randomize Ecological Binary Matrices with Fixed Row and Column Totals",
  /// Nature Communications 5 (2014) 4114.
  package func shuffled(seed: UInt64) -> BitMatrix {
    var rows = columnsByRow
    guard rows.count > 1 else { return self }
    var random = SplitMix64(seed: seed)
    for _ in 0..<(rows.count * Self.tradesPerRow) {
      let first = random.index(below: rows.count)
      let step = 1 + random.index(below: rows.count - 1)
      Self.trade(&rows, first, (first + step) % rows.count, &random)
    }
    return BitMatrix(rows: rows, columnCount: columnCount)
  }

  /// What only one of the two rows holds is redistributed; both keep their sizes.
  private static func trade(
    _ rows: inout [[Int]], _ first: Int, _ second: Int, _ random: inout SplitMix64
  ) {
    let (left, right) = (Set(rows[first]), Set(rows[second]))
    var stakes = rows[first].filter { !right.contains($0) }
    let own = stakes.count
    stakes += rows[second].filter { !left.contains($0) }
    for index in stakes.indices.dropLast() {
      stakes.swapAt(index, index + random.index(below: stakes.count - index))
    }
    let shared = rows[first].filter(right.contains)
    rows[first] = shared + stakes[..<own]
    rows[second] = shared + stakes[own...]
  }

  private static let tradesPerRow = 10
}
