import Measures
import Testing

struct DegreeClassesTests {
  @Test func `members of one degree share a class`() {
    let classes = DegreeClasses(of: [3, 0, 7, 3])
    #expect(classes.degrees == [0, 3, 7])
    #expect(classes.sizes == [1, 2, 1])
    #expect(classes.classes == [1, 0, 2, 1])
  }

  @Test func `a member of weight c counts c times`() {
    #expect(DegreeClasses(of: [3, 5, 3], weights: [1, 4, 2]).sizes == [3, 4])
  }

  @Test func `without members there are no classes`() {
    #expect(DegreeClasses(of: []).count == 0)
  }
}
