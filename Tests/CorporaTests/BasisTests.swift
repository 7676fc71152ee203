import Attack
import Corpora
import TestSupport
import Testing

struct BasisTests {
  private let knowledge = Knowledge.make([
    .make("T1001"), .make("T1002"), .make("T1003"),
    .make("G0001"), .make("G0002"), .make("G0003"), .make("S0001"), .make("S0002"), .make("C0001"),
    .make("G0001", "uses", "T1001", citing: ["a"]), .make("G0001", "uses", "S0001"),
    .make("G0002", "uses", "S0001", citing: ["b"]), .make("G0003", "uses", "C0001"),
    .make("S0001", "uses", "T1002", citing: ["b"]), .make("S0001", "uses", "T1003"),
    .make("S0002", "uses", "T1001", citing: ["c"]), .make("C0001", "uses", "T1003", citing: ["d"]),
    .make("C0001", "uses", "S0001"),
  ])

  /// Each row as its actor and its techniques: `G0001: T1001`.
  private func rows(_ kind: Basis.Kind) -> [String] {
    let basis = Basis(kind, knowledge)
    return zip(basis.actors, basis.matrix.columnsByRow).map { actor, columns in
      "\(knowledge.actors[actor].id): "
        + columns.map { knowledge.techniques[Index($0)].id.description }.joined(separator: " ")
    }
  }

  @Test func `by group a row holds the group's own techniques, and none is empty`() {
    #expect(rows(.group) == ["G0001: T1001"])
  }

  @Test func `a use that cites no report counts for its actor`() {
    #expect(rows(.groupWithSoftware)[1] == "G0002: T1002 T1003")
  }

  @Test func `with its software a group has the techniques of all that it uses`() {
    #expect(rows(.groupWithSoftware) == ["G0001: T1001 T1002 T1003", "G0002: T1002 T1003"])
  }

  @Test func `by campaign a row holds the campaign's own techniques, not its software's`() {
    #expect(rows(.campaign) == ["C0001: T1003"])
  }

  @Test func `the software behind a pair is what some group uses and lists both`() {
    let basis = Basis(.groupWithSoftware, knowledge)
    #expect(basis.software == BitMatrix(rows: [[1, 2]], columnCount: 3))
    #expect(Basis(.group, knowledge).software.rowCount == 0)
  }
}
