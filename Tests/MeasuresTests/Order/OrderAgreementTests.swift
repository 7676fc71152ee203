import Attack
import Corpora
import Measures
import TestSupport
import Testing

struct OrderAgreementTests {
  private func words(_ pairs: OrderAgreement.SharedPairs) -> String {
    "\(pairs.same) the same, \(pairs.reversed) reversed, of \(pairs.of)"
  }

  @Test func `pairs are counted that are cited and of different families`() async throws {
    var sample = StepSample(
      drawn: ["0>1": 1, "1>2": 2, "3>2": 1], failed: ["4>5": 1],
      run: ["1>0": 1, "2>3": 1, "3>2": 1, "4>0": 1],
      procedures: ["T1000 gives a", "T1001 needs a", "T1005 gives b", "T1004 needs b"],
      firm: [[0, 1], [4, 5]])
    let all = OrderAgreement(sample.orders, try sample.enabling, await sample.associations)
    #expect(all.drawn.firm.count == 2 && all.drawn.firm.of == 4)
    #expect(all.drawn.firm.interval == WilsonInterval(2, of: 4))
    #expect(all.run.firm.count == 1 && all.run.aboveExpected.of == 4)
    #expect(all.enabling.standingOut.count == 2 && all.enabling.aboveExpected.count == 2)
    #expect(words(all.drawnAndRun) == "1 the same, 2 reversed, of 4")
    #expect(words(all.drawnAndEnabling) == "1 the same, 1 reversed, of 4")

    sample.techniques = 4
    sample.firm = [[0, 1]]
    let ids: IndexedList<Technique, String> = ["T1000", "T1000.001", "T1001", "T1002"]
    let family = await Associations(
      BitMatrix(rows: [[0, 1, 2], [0, 1, 2]], columnCount: 4), ids: ids)
    // 0>1 is one family, and nobody cites 3.
    let left = PairAgreement(["0>1", "1>2", "3>2"].map(StepSample.ends), family)
    #expect(left.firm.of == 1)
  }

  @Test func `no pairs have no chance and no interval`() async throws {
    let sample = StepSample()
    let none = OrderAgreement(sample.orders, try sample.enabling, await sample.associations)
    #expect(none.drawn.firm.of == 0)
    #expect(none.drawn.firm.interval == nil && none.drawn.firm.chance == nil)
    #expect(words(none.drawnAndRun) == "0 the same, 0 reversed, of 0")
  }

  @Test func `one pair has nothing to switch with`() async throws {
    let sample = StepSample(firm: [[0, 1]])
    let one = PairAgreement([StepSample.ends("0>1")], await sample.associations)
    #expect(one.firm.chance?.mean == 1 && one.firm.chance?.range == 1...1)
  }

  /// All sets of pairs with the same margins are written out; each is equally likely.
  @Test(arguments: [0, 1, 3, 4])
  func `by chance it is the mean over all pairs of the same margins`(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed))
    let ids: IndexedList<Technique, String> = [
      "T1000", "T1000.001", "T1001", "T1002", "T1003", "T1004", "T1005",
    ]
    let associations = await Associations(.random(40, ids.count, using: &random), ids: ids)
    let allowed = ids.indices.flatMap { first in
      ids.indices.map { DirectedPair(first: first, second: $0) }
    }.filter { $0.first != $0.second && !associations.isFamily($0.first, $0.second) }
    let pairs = Array(allowed.shuffled(using: &random).prefix(9))
    let sets = Self.sets(
      of: allowed[...], firsts: ids.indices.map { index in pairs.count { $0.first == index } },
      seconds: ids.indices.map { index in pairs.count { $0.second == index } })
    let exact = { (isCounted: (DirectedPair) -> Bool) in
      Double(sets.reduce(0) { $0 + $1.count(where: isCounted) }) / Double(sets.count)
    }
    let drawn = PairAgreement(pairs, associations, draws: 40_000)
    let above = exact {
      let pair = associations[$0.first, $0.second]
      return Double(pair.together) > pair.expected
    }
    let chance = try #require(drawn.aboveExpected.chance)
    #expect(sets.count > 20 && abs(chance.mean - above) < 0.04, "\(chance.mean) \(above)")
    let firm = exact { associations[$0.first, $0.second].grade == .firm }
    #expect(abs(try #require(drawn.firm.chance).mean - firm) < 0.04)
    #expect(drawn == PairAgreement(pairs, associations, draws: 40_000))
  }

  /// The sets of some pairs in which the techniques are firsts and seconds as often as in others.
  private static func sets(
    of allowed: ArraySlice<DirectedPair>, firsts: [Int], seconds: [Int]
  ) -> [[DirectedPair]] {
    guard let pair = allowed.first else {
      return firsts.allSatisfy { $0 == 0 } && seconds.allSatisfy { $0 == 0 } ? [[]] : []
    }
    let without = sets(of: allowed.dropFirst(), firsts: firsts, seconds: seconds)
    var (firsts, seconds) = (firsts, seconds)
    firsts[pair.first.number] -= 1
    seconds[pair.second.number] -= 1
    guard firsts[pair.first.number] >= 0, seconds[pair.second.number] >= 0 else { return without }
    return without
      + sets(of: allowed.dropFirst(), firsts: firsts, seconds: seconds).map { [pair] + $0 }
  }
}
