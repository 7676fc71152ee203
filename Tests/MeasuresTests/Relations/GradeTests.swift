import Measures
import Testing
import TestSupport

struct GradeTests {
  @Test(arguments: [
    (92, 58.7748, 1.20697e-05, Grade.firm), (5, 0.190823, 1.73271e-06, .firm),
    (94, 87.7418, 0.250794, .weak), (17, 17.6171, 0.593267, .weak),
    (3, 0.373305, 0.00484755, .weak),
  ])
  func `pairs of Enterprise and ICS 18.1 come out`(
    together: Int, expected: Double, pValue: Double, byHand: Grade
  ) {
    #expect(grade(together, expected, pValue) == byHand)
  }

  @Test func `a bound of four fifths is possible if the p-value agrees`() {
    #expect(grade(8, 3, 0.05) == .possible)
    #expect(grade(8, 3, 0.0501) == .weak)
  }

  @Test func `a large count below its expectation is weak`() {
    #expect(grade(400, 401, 0.01) == .weak)
  }

  @Test func `two reports are not judged`() {
    #expect(grade(2, 0.001, 0.001) == nil)
    #expect(grade(3, 0.001, 0.001) != nil)
  }

  private func grade(_ together: Int, _ expected: Double, _ pValue: Double) -> Grade? {
    Grade(
      PairRatio(partner: 1, together: together, base: together, expected: expected),
      pValue: pValue)
  }
}
