import Attack

/// How many reports the weighted sets of one origin stand for, by each technique and pair of techniques.
struct SetTotals: Sendable {
  let origin: Report.Origin
  /// Of the techniques a and b, at `a * side + b`, the smaller first.
  private var counts: [Int32]
  private let side: Int

  /// - Parameters:
  ///   - corpus: that the rows are of.
  ///   - origin: whose they are.
  ///   - rows: those that count.
  init(_ corpus: Corpus, _ origin: Report.Origin, _ rows: [Index<Report>]) {
    self.origin = origin
    let side = corpus.reportsOfTechnique.count
    var counts = [Int32](repeating: 0, count: side * side)
    for row in rows {
      let weight = Int32(corpus.weight(ofRow: row))
      let techniques = corpus.techniquesOfReport[row]
      for (position, first) in techniques.enumerated() {
        for second in techniques[position...] {
          counts[first.number * side + second.number] += weight
        }
      }
    }
    self.side = side
    self.counts = counts
  }

  /// Of a technique with itself: the reports that cite it.
  subscript(first: Index<Technique>, second: Index<Technique>) -> Int {
    Int(counts[min(first, second).number * side + max(first, second).number])
  }
}
