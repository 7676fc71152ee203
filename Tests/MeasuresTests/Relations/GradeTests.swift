import Measures
import Testing

struct GradeTests {
  @Test(arguments: [
    (92, 58.7748, 1.20697e-05, Grade.firm), (5, 0.190823, 1.73271e-06, .firm),
    (94, 87.7418, 0.250794, .weak), (17, 17.6171, 0.593267, .weak),
    (3, 0.373305, 0.00484755, .weak),
  ])
  func `pairs of Enterprise and ICS 18.1 come out`(
    together: Int, expected: Double, pValue: Double, grade: Grade
  ) {
    #expect(Grade(together: together, expected: expected, pValue: pValue) == grade)
  }

  @Test func `a bound of four fifths is possible if the p-value agrees`() {
    #expect(Grade(together: 8, expected: 3, pValue: 0.05) == .possible)
    #expect(Grade(together: 8, expected: 3, pValue: 0.0501) == .weak)
  }

  @Test func `a large count below its expectation is weak`() {
    #expect(Grade(together: 400, expected: 401, pValue: 0.01) == .weak)
  }

  @Test func `two reports are not judged`() {
    #expect(Grade(together: 2, expected: 0.001, pValue: 0.001) == nil)
    #expect(Grade(together: 3, expected: 0.001, pValue: 0.001) != nil)
  }
}
