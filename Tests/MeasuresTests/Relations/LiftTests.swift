import Foundation
import Measures
import Testing

struct LiftTests {
  @Test func `the textbook's tea and coffee come out`() throws {
    // Of 100 customers 25 buy tea, 90 coffee, 20 both.
    let lift = try #require(Lift(together: 20, 25, 90, reports: 100))
    #expect(abs(lift.value - 0.2 / (0.25 * 0.9)) < 1e-15)
  }

  @Test func `an uncited technique has none`() {
    #expect(Lift(together: 0, 0, 3, reports: 9) == nil)
    #expect(NormalizedPMI(together: 0, 3, 0, reports: 9) == nil)
  }

  @Test func `mutual information runs from never together over chance to never apart`() throws {
    let value = { NormalizedPMI(together: $0, $1, $2, reports: $3)?.value }
    #expect(value(0, 3, 4, 12) == -1)
    #expect(value(1, 3, 4, 12) == 0)
    let inseparable = try #require(value(3, 3, 3, 12))
    #expect(abs(inseparable - 1) < 1e-15)
    #expect(value(12, 12, 12, 12) == 1)
    let half = try #require(value(2, 4, 2, 16))
    #expect(abs(half - log(4.0) / log(8.0)) < 1e-15)
  }
}
