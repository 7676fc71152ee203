import Measures
import Testing

struct BenjaminiHochbergTests {
  // The example of the paper's section 3.2: four of fifteen hypotheses are rejected at 5 %.
  private let published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
    0.5719, 0.6528, 0.7590, 1.0000,
  ]

  @Test func `the paper's example comes out`() {
    let found = BenjaminiHochberg(published, tests: 15).qValues
    #expect(found.count { $0 <= 0.05 } == 4)
    #expect(abs(found[3] - 0.035625) < 1e-15 && abs(found[4] - 0.0603) < 1e-15)
  }

  @Test func `each is the least over those behind it, whatever the order`() {
    var random = SplitMix64(seed: 1995)
    let values = (0..<60).map { _ in Double(Int.random(in: 1...40, using: &random)) / 40 }
    let found = BenjaminiHochberg(values, tests: 80).qValues
    for (value, qValue) in zip(values, found) {
      let twin = values.filter { $0 >= value }.map { other in
        min(1, other * 80 / Double(values.count { $0 <= other }))
      }
      #expect(qValue == twin.min())
    }
  }

  @Test func `tests left out count as ones`() {
    let all = BenjaminiHochberg([0.01, 0.02, 1, 1, 1], tests: 5).qValues
    #expect(BenjaminiHochberg([0.01, 0.02], tests: 5).qValues == Array(all[..<2]))
    #expect(BenjaminiHochberg([], tests: 0).qValues.isEmpty)
  }
}
