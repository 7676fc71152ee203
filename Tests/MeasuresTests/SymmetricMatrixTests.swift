import Measures
import Testing

struct SymmetricMatrixTests {
  @Test func `a pair has one value, whichever way it is asked for`() {
    let matrix = SymmetricMatrix(count: 4) { "\($0)\($1)" }
    #expect((0..<4).map { matrix[2, $0] } == ["02", "12", "22", "23"])
    #expect((0..<4).map { matrix[$0, 2] } == ["02", "12", "22", "23"])
  }

  @Test func `setting a pair leaves the others alone`() {
    var matrix = SymmetricMatrix(repeating: 0, count: 3)
    matrix[2, 1] = 5
    let values = (0..<3).map { row in (0..<3).map { matrix[row, $0] } }
    #expect(values == [[0, 0, 0], [0, 0, 5], [0, 5, 0]])
  }
}
