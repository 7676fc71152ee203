import Attack
import Corpora
import Measures
import TestSupport
import Testing

struct SupportedStepsTests {
  private let sample = StepSample(
    drawn: ["4>5": 1, "0>1": 3, "2>3": 2, "6>7": 2, "1>2": 2], failed: ["5>6": 9],
    run: ["7>0": 4, "0>1": 1], firm: [[6, 7]])

  @Test func `most sources are first, then firm pairs, then ids; failed branches are left out`()
    async throws
  {
    let drawn = SupportedSteps(try await sample.steps, of: .drawn)
    #expect(drawn.steps.map(\.pair) == ["0>1", "6>7", "1>2", "2>3", "4>5"] && drawn.total == 5)
    #expect(drawn.nodes == [0, 1, 2, 3, 4, 5, 6, 7])
    let run = SupportedSteps(try await sample.steps, of: .run)
    #expect(run.steps.map(\.pair) == ["7>0", "0>1"] && run.nodes == [0, 1, 7])
    #expect(run.edges.map { [$0.from, $0.to] } == [[2, 0], [0, 1]])
  }

  @Test func `the first step for which there is no room is the end`() async throws {
    let steps = try await sample.steps
    let few = SupportedSteps(steps, of: .drawn, mostNodes: 5)
    #expect(few.steps.map(\.pair) == ["0>1", "6>7", "1>2"] && few.nodes == [0, 1, 2, 6, 7])
    #expect(few.total == 5 && SupportedSteps(steps, of: .drawn, mostNodes: 1).steps.isEmpty)
  }
}
