import Foundation
import Measures
import Testing

struct CalibrationErrorTests {
  @Test func `sixteen cases fill the first bin twice, the others once`() {
    // In the first bin .1 + .2 and one hit: off by .7. Then eleven misses at .3, three hits at 1.
    let probabilities: [Double] = [0.2, 0.1] + Array(repeating: 0.3, count: 11) + [1, 1, 1]
    let isHit: [Bool] = [true, false] + Array(repeating: false, count: 11) + [true, true, true]
    let error = CalibrationError(probabilities, isHit: isHit).value
    let byHand = 0.25  // (0.7 + 11 * 0.3) / 16
    #expect(abs(error - byHand) < 1e-15)
  }

  @Test func `one part hits of many at that probability is no error`() {
    let isHit = (0..<1500).map { $0 % 4 == 0 }
    #expect(CalibrationError(Array(repeating: 0.25, count: 1500), isHit: isHit).value == 0)
  }

  @Test func `fewer cases than bins, and none, have a number`() {
    #expect(CalibrationError([0.5], isHit: [true]).value == 0.5)
    #expect(CalibrationError([], isHit: []).value == 0)
  }

  @Test func `proper scores are those of the definitions`() {
    let scores = ProperScores([0.8, 0.4], isHit: [true, false])
    #expect(abs(scores.logLoss + (log(0.8) + log(0.6)) / 2) < 1e-15)
    #expect(abs(scores.brier - (0.04 + 0.16) / 2) < 1e-15)
  }

  @Test func `a certainty that fails costs much, but not without end`() {
    let scores = ProperScores([0, 1], isHit: [true, false])
    #expect(scores.brier == 1 && scores.logLoss > 30 && scores.logLoss.isFinite)
  }
}
