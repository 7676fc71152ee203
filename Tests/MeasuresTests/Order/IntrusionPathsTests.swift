import Attack
import Corpora
import Measures
import TestSupport
import Testing

struct IntrusionPathsTests {
  private func paths(
    _ sample: StepSample, from initial: Set<Index<Technique>>, to impact: Set<Index<Technique>>,
    seen: [Index<Technique>]
  ) async throws -> IntrusionPaths {
    IntrusionPaths(
      try await sample.steps, IntrusionEnds(initialAccess: initial, impact: impact), seen: seen)
  }

  /// By hand, with 0 the initial access, 2 seen and 5 the impact.
  ///
  ///     0>1  two drew it, and it is firm   k = 3   7/8
  ///     1>2  one drew it                   k = 1   1/2
  ///     0>2  one procedure                 k = 1   1/2
  ///     2>3  one drew it, in one it ran    k = 2   3/4
  ///     3>5  one drew it                   k = 1   1/2
  ///     2>4  in four it ran                k = 4   15/16
  ///     4>5  one drew it                   k = 1   1/2
  ///     2>5  a failed branch, and it is firm: no direction, so in no path
  ///
  ///     0>2     1/2
  ///     2>4>5   15/16 x 1/2 = 15/32
  ///     0>1>2   7/8 x 1/2 = 7/16 = 14/32
  ///     2>3>5   3/4 x 1/2 = 3/8 = 12/32
  @Test func `paths are as the worked example has them`() async throws {
    let found = try await paths(
      StepSample(
        drawn: ["0>1": 2, "1>2": 1, "2>3": 1, "3>5": 1, "4>5": 1], failed: ["2>5": 1],
        run: ["2>3": 1, "2>4": 4], procedures: ["T1000 gives a", "T1002 needs a"],
        firm: [[0, 1], [2, 5]]),
      from: [0], to: [5], seen: [2])
    #expect(found.paths.map(\.words) == ["0>2", "2>4>5", "0>1>2", "2>3>5"])
    #expect(found.paths.map(\.score) == [16, 15, 14, 12].map { $0 / 32 })
    #expect(found.paths.map(\.direction) == [.backward, .forward, .backward, .forward])
    #expect(found.seenInitialAccess.isEmpty && found.seenImpact.isEmpty)
  }

  /// 63/64 x 1/2 = 7/8 x 3/4 x 3/4.
  @Test func `of equal scores fewer steps are first, then the ids from the beginning`() async throws
  {
    let found = try await paths(
      StepSample(drawn: ["0>1": 3, "1>2": 2, "2>7": 2, "0>6": 6, "6>7": 1, "0>5": 6, "5>7": 1]),
      from: [0], to: [], seen: [7])
    #expect(found.paths.map(\.words) == ["0>5>7", "0>6>7", "0>1>2>7"])
    #expect(Set(found.paths.map(\.score)) == [63.0 / 128])
  }

  @Test func `five are listed, but the last gives way to the other direction`() async throws {
    var sample = StepSample(drawn: ["0>6": 9, "1>6": 9, "2>6": 9, "3>6": 9, "4>6": 9, "6>7": 1])
    let both = try await paths(sample, from: [0, 1, 2, 3, 4], to: [7], seen: [6])
    #expect(both.paths.map(\.words) == ["0>6", "1>6", "2>6", "3>6", "6>7"])
    sample.drawn["6>7"] = nil
    let one = try await paths(sample, from: [0, 1, 2, 3, 4], to: [7], seen: [6])
    #expect(one.paths.map(\.words) == ["0>6", "1>6", "2>6", "3>6", "4>6"])
  }

  @Test func `what was seen and is an end needs no chain to it, and is told`() async throws {
    let found = try await paths(
      StepSample(drawn: ["0>1": 1, "1>2": 1, "2>7": 1, "3>2": 1]), from: [0, 1], to: [2, 7],
      seen: [2, 1])
    // None to 1, which is an initial access; none from 2, which is an impact. 1>2 is both.
    #expect(found.paths.map(\.words) == ["1>2", "1>2", "0>1>2", "1>2>7"])
    #expect(found.paths.map(\.direction) == [.backward, .forward, .backward, .forward])
    #expect(found.seenInitialAccess == [1] && found.seenImpact == [2])
  }

  @Test func `six steps are the most, and a circle ends nowhere`() async throws {
    let chain = (0..<7).map { "\($0)>\($0 + 1)" }
    let sample = StepSample(
      drawn: Dictionary(uniqueKeysWithValues: (chain + ["1>0", "3>2"]).map { ($0, 1) }))
    #expect(try await paths(sample, from: [0], to: [], seen: [7]).paths.isEmpty)
    let found = try await paths(sample, from: [0], to: [], seen: [6])
    #expect(found.paths.map(\.words) == ["0>1>2>3>4>5>6"])
    #expect(found.paths.map(\.score) == [1.0 / 64])
    #expect(try await paths(sample, from: [0], to: [7], seen: []).paths.isEmpty)
  }

  @Test func `the ends are the techniques of the two tactics, in all matrices`() {
    let knowledge = Knowledge.make([
      .make("TA0001") { $0.shortname = "initial-access" },
      .make("TA0040") { $0.shortname = "impact" },
      .make("T1001") {
        $0.phases = [StixObject.KillChainPhase(chain: "mitre-attack", name: "initial-access")]
      },
      .make("T1002"),
      .make("T1003") {
        $0.phases = ["execution", "impact"].map {
          StixObject.KillChainPhase(chain: "mitre-attack", name: $0)
        }
      },
    ])
    #expect(IntrusionEnds(knowledge) == IntrusionEnds(initialAccess: [0], impact: [2], early: [0]))
  }

  @Test(arguments: 0..<200)
  func `on a random graph they are those of all chains, written out`(seed: Int) async throws {
    let graph = RandomSteps(seed: UInt64(seed))
    let found = IntrusionPaths(
      try await graph.sample.steps,
      IntrusionEnds(initialAccess: graph.initialAccess, impact: graph.impact), seen: graph.seen)
    let expected = graph.listed
    #expect(found.paths.map(\.words) == expected.map(\.words))
    #expect(found.paths.map(\.direction) == expected.map(\.direction))
    #expect(found.paths.map(\.score) == expected.map(\.score))
  }

  @Test func `a large graph has an end, and so has one in which all ways lead round`() async throws
  {
    var random = SplitMix64(seed: 1)
    var sample = StepSample(techniques: 700)
    while sample.drawn.count < 10_000 {
      let (from, to) = (random.index(below: 700), random.index(below: 700))
      if from != to { sample.drawn["\(from)>\(to)"] = 1 + random.index(below: 3) }
    }
    let large = try await paths(
      sample, from: Set((0..<20).map { Index($0) }), to: Set((680..<700).map { Index($0) }),
      seen: (300..<310).map { Index($0) })
    #expect(large.paths.count == 5 && Set(large.paths.map(\.direction)).count == 2)

    // Nothing but 0>1>99, and 1 leads to a thicket that only leads back.
    var thicket = StepSample(drawn: ["0>1": 1, "1>99": 1], techniques: 100)
    for from in 1..<99 {
      for to in 1..<99 where to != from { thicket.drawn["\(from)>\(to)"] = 3 }
    }
    let only = try await paths(thicket, from: [0], to: [], seen: [99])
    #expect(only.paths.map(\.words) == ["0>1>99"])
  }
}

extension IntrusionPath {
  /// `1>2>3`.
  var words: String { techniques.map { "\($0.number)" }.joined(separator: ">") }
}
