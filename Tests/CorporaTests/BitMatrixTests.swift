import Corpora
import Testing

struct BitMatrixTests {
  @Test func `it counts as a list of rows would`() {
    var random = SystemRandomNumberGenerator()
    for rowCount in [0, 1, 63, 64, 65, 200] {
      let rows = (0..<rowCount).map { _ in
        (0..<7).filter { _ in Bool.random(using: &random) }
      }
      let matrix = BitMatrix(rows: rows, columnCount: 7)
      for a in 0..<7 {
        let holding = rows.indices.filter { rows[$0].contains(a) }
        #expect(matrix.rows(ofColumn: a) == holding)
        #expect(matrix.total(ofColumn: a) == holding.count)
        for b in 0..<7 {
          let both = holding.filter { rows[$0].contains(b) }
          #expect(matrix.rows(ofColumns: a, b) == both)
          #expect(matrix.together(a, b) == both.count)
        }
      }
      #expect(rows.indices.map { matrix.columns(ofRow: $0) } == rows)
      #expect(matrix.columnsByRow == rows)
    }
  }

  @Test func `a union counts a row once`() {
    let matrix = BitMatrix(rows: [[0, 1], [1], [2]], columnCount: 3)
    let unions = matrix.unions(of: [[0, 1], [2], []])
    #expect((0..<3).map { unions.rows(ofColumn: $0) } == [[0, 1], [2], []])
  }
}
