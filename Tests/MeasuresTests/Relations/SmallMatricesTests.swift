import Attack
import Corpora
import Measures
import Testing
import TestSupport

/// Every 0/1 matrix of up to nine cells, and a fixed part of those up to four by four: what must hold
/// of any corpus.
struct SmallMatricesTests {
  private static let shapes = (1...4).flatMap { rows in (2...4).map { (rows, $0) } }

  @Test(arguments: shapes)
  func `the null keeps totals, and every measure its bounds`(rows: Int, columns: Int) async {
    let cells = rows * columns
    let step = cells > 12 ? 499 : cells > 9 ? 13 : 1
    for bits in stride(from: 0, to: 1 << cells, by: step) {
      let matrix = BitMatrix(
        rows: (0..<rows).map { row in
          (0..<columns).filter { bits >> (row * columns + $0) & 1 == 1 }
        }, columnCount: columns)
      await check(matrix, IndexedList((0..<columns).map { "T100\($0)" }))
    }
  }

  private func check(_ matrix: BitMatrix, _ ids: IndexedList<Technique, String>) async {
    let associations = await Associations(matrix, ids: ids)
    checkMargins(associations, matrix)
    for b in ids.indices {
      for a in 0..<b {
        let (pair, back) = (associations[a, b], associations[b, a])
        #expect(pair.together == matrix.together(a.number, b.number) && pair.together <= pair.base)
        #expect(pair.expected == back.expected && pair.ratio == back.ratio)
        #expect(pair.pValue == back.pValue && pair.qValue == back.qValue)
        #expect((0...1).contains(pair.pValue) && pair.pValue <= pair.qValue && pair.qValue <= 1)
        #expect(pair.expected >= 0 && pair.expected <= Double(min(pair.base, back.base)) + 1e-6)
        #expect(pair.ratio.lower >= 0 && pair.ratio.lower < pair.ratio.ratio)
        if pair.together == 0 { #expect(pair.pValue == 1 && pair.share == 0) }
        if let interval = pair.interval {
          #expect(0 <= interval.low && interval.low <= pair.share)
          #expect(pair.share <= interval.high && interval.high <= 1)
        }
      }
    }
  }

  private func checkMargins(_ associations: Associations, _ matrix: BitMatrix) {
    let model = associations.expected.model
    guard model.isConverged else { return #expect(model.rounds == 10_000) }
    for technique in associations.ids.indices {
      let expected = matrix.columnsByRow.indices.reduce(0.0) {
        $0 + model.probability($1, technique.number)
      }
      #expect(abs(expected - Double(matrix.total(ofColumn: technique.number))) < 1e-8)
    }
    for (report, columns) in matrix.columnsByRow.enumerated() {
      let expected = associations.ids.indices.reduce(0.0) {
        $0 + model.probability(report, $1.number)
      }
      #expect(abs(expected - Double(columns.count)) < 1e-8)
    }
  }
}
