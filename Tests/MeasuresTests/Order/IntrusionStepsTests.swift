import Attack
import Corpora
import Measures
import TestSupport
import Testing

struct IntrusionStepsTests {
  private let sample = StepSample(
    drawn: ["0>1": 2, "1>2": 1], failed: ["0>1": 1, "3>4": 2], run: ["0>1": 3, "2>1": 1],
    procedures: [
      "T1000 gives a", "T1000 gives a, b", "T1000 gives a", "T1001 needs a", "T1001 needs a, b",
      "T1005 needs b",
    ],
    firm: [[0, 1], [6, 7]])

  @Test func `what some order or fact supports is a step; what is only cited together is none`()
    async throws
  {
    let steps = try await sample.steps
    #expect(steps.all.map(\.pair) == ["0>1", "0>5", "1>2", "2>1", "3>4"])
    #expect(steps.all.map(\.isFirm) == [true, false, false, false, false])
    #expect(steps.all.map(\.together) == [40, 0, 0, 0, 0])
  }

  @Test func `sources of every kind add up; of facts that of most procedures counts`() async throws
  {
    let steps = try await sample.steps
    // a: 3 procedures give it, 2 need it; b: 1 and 1.
    #expect(steps.all.map(\.procedures) == [2, 1, 0, 0, 0])
    #expect(steps.all.map(\.drawnSources) == [2, 0, 1, 0, 0])
    #expect(steps.all.map(\.runSources) == [3, 0, 0, 1, 0])
    // 2 drawn, 3 run, 2 procedures, and firm.
    #expect(steps.all.map(\.sources) == [8, 1, 1, 1, 0])
    #expect(steps.all.map(\.factor) == [255.0 / 256, 0.5, 0.5, 0.5, 0])
  }

  @Test func `a failed branch gives no direction, though it is kept`() async throws {
    let steps = try await sample.steps
    #expect(steps.all.map(\.hasDirection) == [true, true, true, true, false])
    #expect(steps[3, 4]?.drawn?.count == 2 && steps[0, 1]?.drawn?.count == 3)
    var firm = sample
    firm.firm.append([3, 4])
    let other = try await firm.steps[3, 4]
    #expect(other?.isFirm == true && other?.hasDirection == false)
  }

  @Test func `steps are found by both ends and by either`() async throws {
    let steps = try await sample.steps
    for from in steps.techniques {
      #expect(Array(steps.steps(from: from)) == steps.all.filter { $0.from == from })
      #expect(steps.steps(to: from) == steps.all.filter { $0.to == from })
      for to in steps.techniques {
        #expect(steps[from, to] == steps.all.first { $0.from == from && $0.to == to })
      }
    }
  }
}
