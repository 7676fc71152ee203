import TestSupport
import Testing
@testable import Attack

struct StixObjectsTests {
  private func objects(_ parts: [[String]]) -> StixObjects {
    var objects = StixObjects()
    for part in parts { objects.append(part.map { StixObject(type: "tool", id: $0) }) }
    return objects
  }

  @Test func `parts are one collection`() {
    let objects = objects([["a"], [], ["b", "c"], ["d"]])
    #expect(objects.map(\.id) == ["a", "b", "c", "d"] && objects[2].id == "c")
    #expect(self.objects([]).isEmpty && self.objects([[]]).isEmpty)
  }

  @Test func `a change of one object leaves the others and the copies`() {
    let before = objects([["a"], ["b", "c"]])
    var after = before
    after[2].name = "C"
    #expect(after.map(\.name) == [nil, nil, "C"] && before.map(\.name) == [nil, nil, nil])
  }
}
