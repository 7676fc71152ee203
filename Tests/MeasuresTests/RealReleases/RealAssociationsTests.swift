import Corpora
import Measures
import Testing

@Suite(.enabled(if: RealRelease.areHere))
struct RealAssociationsTests {
  /// Sums and counts over all pairs of cited techniques.
  struct Totals {
    var pairs = 0
    var nonZero = 0
    var above = 0
    var together = 0
    var expected = 0.0
    var variance = 0.0
    var smallest = 1.0
    var pValues: [Double] = []
    var qValues: [Double] = []

    init(_ associations: Associations) {
      let counts = associations.counts
      let cited = counts.totals.indices.filter { counts.total($0) > 0 }
      for (index, b) in cited.enumerated() {
        for a in cited[..<index] {
          let pair = associations[a, b]
          pairs += 1
          nonZero += pair.together > 0 ? 1 : 0
          above += Double(pair.together) > pair.expected ? 1 : 0
          together += pair.together
          expected += pair.expected
          variance += associations.expected.variance(a, b)
          smallest = min(smallest, pair.pValue)
          pValues.append(pair.pValue)
          qValues.append(pair.qValue)
        }
      }
    }
  }

  private func associations(_ name: String) async throws -> Associations {
    let release = try RealRelease.named(name)
    return await Associations(release.matrix, ids: release.ids)
  }

  @Test(.enabled(if: RealRelease.areHereAndQuick))
  func `the lists of Enterprise 18.1 tell more than what is in every report`() async throws {
    let associations = try await associations("enterprise-attack-18.1")
    let lists = associations.ids.indices.filter { associations.total($0) >= 20 }
      .map { PartnerLists($0, associations).telling.leading.map(\.partner) }
    let most = Set(associations.mostReported)
    let among = lists.reduce(0) { $0 + $1.count(where: most.contains) }
    let uses = lists.joined().reduce(into: [:]) { $0[$1, default: 0] += 1 }
    #expect(lists.count == 192 && lists.allSatisfy { $0.count == 10 })
    // Among the fifteen most reported 3.83 of ten; none in more than 70 lists.
    #expect(among == 736)
    #expect(uses.values.max() == 70)
  }

  @Test(.enabled(if: RealRelease.areHereAndQuick))
  func `Enterprise 18.1 gives the figures over all pairs`() async throws {
    let totals = Totals(try await associations("enterprise-attack-18.1"))
    #expect([totals.pairs, totals.nonZero, totals.above] == [179_101, 39_964, 27_235])
    #expect(totals.together == 193_609)
    #expect(abs(totals.expected - 201942.548036) < 1e-6)
    #expect(abs(totals.variance - 192566.309039) < 1e-6)
    #expect(totals.pValues.count { $0 <= 0.05 } == 5_351)
    #expect(totals.pValues.count { $0 <= 0.01 } == 2_051)
    #expect(totals.qValues.count { $0 <= 0.05 } == 312)
    #expect(totals.qValues.count { $0 <= 0.01 } == 193)
    #expect(totals.smallest.agrees(with: 1.87815e-45))
    let largest = zip(totals.pValues, totals.qValues).filter { $1 <= 0.05 }.map(\.0).max() ?? 0
    #expect(largest.agrees(with: 8.32927e-05))
  }

  @Test func `ICS 18.1 gives the figures over all pairs`() async throws {
    let associations = try await associations("ics-attack-18.1")
    let totals = Totals(associations)
    #expect([totals.pairs, totals.nonZero, totals.together] == [3_160, 844, 1_083])
    #expect(abs(totals.expected - 1208.311460) < 1e-6)
    #expect(abs(totals.variance - 1122.254625) < 1e-6)
    #expect(totals.pValues.count { $0 <= 0.05 } == 61)
    #expect(totals.qValues.allSatisfy { $0 > 0.05 })
    #expect(totals.smallest.agrees(with: 0.00484755))
    let model = associations.expected.model
    #expect(model.reports.degrees.count { $0 > 0 } == 13)
    #expect(model.techniques.degrees.count { $0 > 0 } == 11)
  }

  @Test(arguments: [
    ("enterprise-attack-2.0", 16393.527522, 4), ("mobile-attack-17.1", 9564.453421, 1),
  ])
  func `other releases give their expectations`(
    name: String, expected: Double, significant: Int
  ) async throws {
    let totals = Totals(try await associations(name))
    #expect(abs(totals.expected - expected) < 1e-6)
    #expect(totals.qValues.count { $0 <= 0.05 } == significant)
  }

  @Test(.enabled(if: RealRelease.areHereAndQuick))
  func `Enterprise 17.1 gives its expectations`() async throws {
    let totals = Totals(try await associations("enterprise-attack-17.1"))
    #expect(abs(totals.expected - 183084.406150) < 1e-6)
    #expect(totals.qValues.count { $0 <= 0.05 } == 241)
  }

  @Test func `the null of Enterprise 18.1 has its margins and classes`() async throws {
    let release = try RealRelease.named("enterprise-attack-18.1")
    let model = ExpectedCounts(release.matrix, counts: PairCounts(release.matrix)).model
    #expect(model.isConverged && model.rounds == 35)
    #expect(model.reports.degrees.count { $0 > 0 } == 56)
    #expect(model.techniques.degrees.count { $0 > 0 } == 125)
  }

  /// Of the two releases: O, E, V, p, q, ratio, L and grade of single pairs.
  private static let pairs = """
    T1047-T1059.001 92 58.7748 52.5634 1.20697e-05 0.0109731 1.52098 1.27618 firm
    T1003.001-T1047 33 20.6376 19.635 0.00605242 0.698901 1.4822 1.11008 firm
    T1071.001-T1105 307 243.507 173.444 1.56413e-06 0.00213009 1.2555 1.14092 firm
    T1204.002-T1566.001 226 84.4641 72.7042 1.87815e-45 3.36379e-40 2.58204 2.3091 firm
    T1486-T1490 68 14.9697 14.4035 4.02927e-25 2.40549e-20 3.65554 2.98139 firm
    T1059.001-T1566.001 94 87.7418 75.2 0.250794 1 1.06748 0.897351 weak
    T1530-T1078.004 5 0.190823 0.190674 1.73271e-06 0.0023159 1.92648 1.04483 firm
    T1059-T1059.001 17 17.6171 16.9488 0.593267 1 0.972716 0.658493 weak
    T1561.001-T1561.002 7 0.638919 0.637351 4.62797e-06 0.00502348 2.12807 1.22767 firm
    T1021.001-T1021.002 20 7.04405 6.89773 3.80637e-05 0.0270526 2.07571 1.44318 firm
    T1203-T1490 0 10.0462 9.76703 1 1 0.33231 0.130648 -
    T1132.001-T1486 1 19.4848 18.5709 1 1 0.24505 0.106574 -
    T1036.009-T1036.011 1 0.001213 0.00121299 0.00121227 0.280694 1.19971 0.521763 -
    T0813-T0816 3 0.373305 0.356061 0.00484755 1 1.48884 0.740384 weak
    T0882-T0893 3 0.454447 0.430066 0.00850516 1 1.46669 0.72937 weak
    T0803-T0804 2 0.135587 0.132935 0.00735533 1 1.36304 0.639138 -
    T0828-T0846 1 2.49597 2.06843 0.936921 1 0.80043 0.348114 -
    """

  @Test(.enabled(if: RealRelease.areHereAndQuick))
  func `single pairs of Enterprise 18.1 come out to six digits`() async throws {
    try await expectPairs(of: "enterprise-attack-18.1")
  }

  @Test func `single pairs of ICS 18.1 come out to six digits`() async throws {
    try await expectPairs(of: "ics-attack-18.1")
  }

  private func expectPairs(of name: String) async throws {
    let release = try RealRelease.named(name)
    let associations = await Associations(release.matrix, ids: release.ids)
    let prefix = name.hasPrefix("ics") ? "T0" : "T1"
    for line in Self.pairs.split(separator: "\n") where line.hasPrefix(prefix) {
      let words = line.split(separator: " ")
      let ids = words[0].split(separator: "-")
      let (a, b) = (try release.column(ids[0]), try release.column(ids[1]))
      let pair = associations[a, b]
      let found = [
        Double(pair.together), pair.expected, associations.expected.variance(a, b),
        pair.pValue, pair.qValue, pair.ratio.ratio, pair.ratio.lower,
      ]
      for (value, text) in zip(found, words[1...7]) {
        #expect(value.agrees(with: try #require(Double(text))), "\(line): \(value)")
      }
      #expect((pair.grade?.rawValue ?? "-") == words[8])
    }
  }

  @Test(.enabled(if: RealRelease.areHereAndQuick))
  func `Enterprise 18.1 has 891 firm pairs and 819 possible ones`() async throws {
    let graded = try await associations("enterprise-attack-18.1").gradedPairs
    #expect(graded.count { $0.grade == .firm } == 891)
    #expect(graded.count { $0.grade == .possible } == 819)
  }
}
