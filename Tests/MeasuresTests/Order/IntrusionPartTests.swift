import Attack
import Measures
import TestSupport
import Testing

struct IntrusionPartTests {
  /// Technique 0 against 1, 2 and 3.
  private func part(
    _ sample: StepSample, _ ends: IntrusionEnds = IntrusionEnds(initialAccess: [], impact: [])
  ) async throws -> String {
    let part = IntrusionPart(of: 0, seen: [1, 2, 3], try await sample.steps, ends)
    return "\(part.place) \(part.basis.map { "\($0)" } ?? "none")"
  }

  @Test func `what gives a need of what was seen came before, whatever was drawn`() async throws {
    let gives = ["T1000 gives a", "T1002 needs a"]
    #expect(try await part(StepSample(procedures: gives)) == "before needs")
    #expect(try await part(StepSample(drawn: ["1>0": 3], procedures: gives)) == "before needs")
    let needs = ["T1000 needs a", "T1002 gives a"]
    #expect(try await part(StepSample(drawn: ["0>1": 3], procedures: needs)) == "after needs")
  }

  @Test func `where it both gives and needs, what was drawn decides`() async throws {
    let both = ["T1000 needs a gives b", "T1002 gives a", "T1003 needs b"]
    #expect(try await part(StepSample(procedures: both)) == "beside none")
    #expect(try await part(StepSample(drawn: ["0>1": 1], procedures: both)) == "before drawn")
    #expect(try await part(StepSample(drawn: ["1>0": 1], procedures: both)) == "after drawn")
  }

  @Test func `sources are summed over all that was seen, failed branches left out`() async throws {
    let drawn = ["0>1": 3, "2>0": 2, "3>0": 2]
    #expect(try await part(StepSample(drawn: drawn)) == "after drawn")
    let failed = StepSample(drawn: ["0>1": 1], failed: ["2>0": 4])
    #expect(try await part(failed) == "before drawn")
  }

  @Test func `what ran decides last`() async throws {
    let even = ["0>1": 2, "2>0": 1, "3>0": 1]
    #expect(try await part(StepSample(drawn: even, run: ["3>0": 1])) == "after run")
    #expect(try await part(StepSample(drawn: even, run: ["0>3": 2, "1>0": 1])) == "before run")
    #expect(try await part(StepSample(drawn: ["0>1": 1], run: ["1>0": 5])) == "before drawn")
  }

  @Test func `where nothing decides it is beside`() async throws {
    #expect(try await part(StepSample()) == "beside none")
    #expect(try await part(StepSample(drawn: ["0>4": 2, "5>0": 1])) == "beside none")
    #expect(
      try await part(StepSample(run: ["0>1": 1, "2>0": 1], firm: [[0, 1]])) == "beside none")
  }

  @Test
  func `where nothing else decides, tactics of a beginning or an end do, unless one was seen`()
    async throws
  {
    let ends = { (early: Set<Index<Technique>>, late: Set<Index<Technique>>) in
      IntrusionEnds(initialAccess: [], impact: [], early: early, late: late)
    }
    #expect(try await part(StepSample(), ends([0], [])) == "before tactic")
    #expect(try await part(StepSample(), ends([], [0])) == "after tactic")
    #expect(try await part(StepSample(), ends([0, 2], [])) == "beside none")
    #expect(try await part(StepSample(), ends([], [0, 3])) == "beside none")
    #expect(try await part(StepSample(run: ["1>0": 1]), ends([0], [])) == "after run")
  }
}
