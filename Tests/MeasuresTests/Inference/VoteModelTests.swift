import Attack
import Corpora
import Measures
import Testing
import TestSupport

struct VoteModelTests {
  @Test(arguments: 0..<20)
  func `it is the formula, written out`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let training = TrainingSet.random(1 + seed % 9, using: &random)
    let twin = WrittenOutVote(training)
    let evidence = [seed % 7] + (seed % 3 == 0 ? [(seed + 2) % 7] : [])
    let vote = VoteModel(training).infer(evidence.map { Index($0) })
    let (shares, size) = twin.shares(evidence.sorted())
    for (share, other) in zip(vote.shares.reports + [vote.shares.rest], shares) {
      #expect(abs(share - other) < 1e-12)
    }
    #expect(abs(vote.effectiveSize - size) < 1e-9)
    for (technique, probability) in Array(vote.probabilities).enumerated() {
      let citing = training.rows.indices.filter { training.rows[$0].contains(technique) }
      let other = citing.reduce(vote.shares.rest * twin.base(technique)) { $0 + shares[$1] }
      #expect(abs(probability - other) < 1e-12)
    }
  }

  @Test(arguments: 0..<20)
  func `a report that holds what was not found has less say`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let training = TrainingSet.random(2 + seed % 9, using: &random)
    let (evidence, absent) = ([seed % 7], [(seed + 1) % 7, (seed + 3) % 7].sorted())
    let vote = VoteModel(training).infer(
      evidence.map { Index($0) }, doubting: absent.map { Index($0) })
    let (shares, _) = WrittenOutVote(training).shares(evidence, doubting: absent)
    for (share, other) in zip(vote.shares.reports + [vote.shares.rest], shares) {
      #expect(abs(share - other) < 1e-12)
    }
  }

  @Test(arguments: [0, 1, 5, 60, 400])
  func `shares are of one whole, and a probability is the sum of its reports' shares`(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let model = VoteModel(TrainingSet.random(count, using: &random))
    for evidence in [[], [0], [1, 3], [0, 2, 5], [6, 4, 3, 2, 1]] as [[Index<Technique>]] {
      let vote = model.infer(evidence)
      #expect(vote.shares.reports.allSatisfy { $0 >= 0 } && vote.shares.rest > 0)
      #expect(abs(vote.shares.reports.reduce(vote.shares.rest, +) - 1) < 1e-12)
      for technique in model.training.ids.indices {
        let terms = vote.explanation(model.rows(citing: technique))
        let sum = terms.reduce(vote.baseTerm(of: technique)) { $0 + $1.term }
        #expect(abs(sum - vote.probabilities[technique]) < 1e-12)
        #expect(zip(terms, terms.dropFirst()).allSatisfy { $0.term >= $1.term })
      }
    }
  }

  @Test func `without evidence it is the base rate, and no report says so`() {
    var random = SplitMix64(seed: 3)
    let model = VoteModel(TrainingSet.random(8, using: &random))
    let vote = model.infer([])
    #expect(vote.probabilities == model.baseRates && vote.shares.rest == 1)
    #expect(vote.explanation(Array(0..<8)).isEmpty && abs(vote.effectiveSize - 8) < 1e-12)
  }

  @Test func `what no report cites tells nothing`() {
    let training = TrainingSet(
      ids: ["T1", "T2", "T3"], keys: ["a", "b"], rows: [[0], [0, 1]], clusters: [0, 1])
    let model = VoteModel(training)
    let vote = model.infer([2])
    #expect(vote.shares.rest == 1 && vote.likeness == [0, 0])
    for (probability, rate) in zip(vote.probabilities, model.baseRates) {
      #expect(abs(probability - rate) < 1e-15)
    }
  }

  @Test func `a report that cites nothing but the evidence has no say`() {
    let training = TrainingSet(
      ids: ["T1", "T2", "T3"], keys: ["a", "b", "c"], rows: [[0], [0, 1], [1, 2]],
      clusters: [0, 1, 2])
    let shares = VoteModel(training).infer([0]).shares.reports
    #expect(shares[0] == 0 && shares[1] > shares[2])
  }

  @Test(arguments: 0..<10)
  func `a row of three sightings is three reports`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let once = TrainingSet.random(6, using: &random)
    let counts = [3, 1, 2, 1, 1, 3]
    let weighted = TrainingSet(
      ids: once.ids, keys: once.keys, rows: once.rows, clusters: once.clusters, sightings: counts)
    let places = counts.indices.flatMap { Array(repeating: $0, count: counts[$0]) }
    let repeated = TrainingSet(
      ids: once.ids, keys: places.map { once.keys[$0] }, rows: places.map { once.rows[$0] },
      clusters: Array(places.indices))
    for evidence in [[0], [1, 3], [2, 5, 6]] as [[Index<Technique>]] {
      let (one, other) = (VoteModel(weighted).infer(evidence), VoteModel(repeated).infer(evidence))
      for (left, right) in zip(one.probabilities, other.probabilities) {
        #expect(abs(left - right) < 1e-12)
      }
      #expect(abs(one.effectiveSize - other.effectiveSize) < 1e-9)
    }
  }

  @Test func `what is left out has no say, and is not counted`() {
    var random = SplitMix64(seed: 5)
    let training = TrainingSet.random(12, using: &random)
    let profiles = TechniqueProfiles(training, reports: Array(0..<12))
    let vote = VoteModel(training).infer(
      [0, 3], omitting: [Omission(row: 2, sightings: 1), Omission(row: 7, sightings: 1)],
      likeness: ReportLikeness(profiles, rows: training.rows))
    #expect(vote.shares.reports[2] == 0 && vote.shares.reports[7] == 0)
    let kept = training.only((0..<12).filter { $0 != 2 && $0 != 7 })
    #expect(vote.baseRates == VoteModel(kept).baseRates)
  }

  @Test func `the interval holds the shown probability and widens with the evidence`() throws {
    var random = SplitMix64(seed: 8)
    let model = VoteModel(TrainingSet.random(200, using: &random))
    let one = try #require(model.infer([0]).interval(around: 0.4))
    let two = try #require(model.infer([0, 3]).interval(around: 0.4))
    #expect(one.low < 0.4 && 0.4 < one.high)
    #expect(two.low < one.low && one.high < two.high)
  }

  @Test func `no reports give numbers, and no interval`() {
    let empty = TrainingSet(ids: ["T1", "T2"], keys: [], rows: [], clusters: [])
    let vote = VoteModel(empty).infer([1])
    #expect(vote.probabilities == [0.5, 0.5] && vote.effectiveSize == 0)
    #expect(vote.interval(around: 0.5) == nil)
  }
}
