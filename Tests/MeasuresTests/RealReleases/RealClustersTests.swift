import Attack
import Corpora
import Measures
import Testing

@Suite(.enabled(if: RealRelease.areHere))
struct RealClustersTests {
  @Test(.enabled(if: RealRelease.areHereAndQuick))
  func `Enterprise 18.1 gives its clusters`() async throws {
    let matrix = try RealRelease.named("enterprise-attack-18.1").matrix
    let ratios = PairRatios(matrix)
    let clusters = await TechniqueClusters(resampling: matrix, ratios).clusters
    #expect(ratios.counts.totals.count { $0 >= 10 } == 272)
    #expect(clusters.count == 32 && clusters.count(where: \.hasPage) == 18)
    #expect(clusters.reduce(0) { $0 + $1.members.count } == 156)
    let stability = clusters.compactMap(\.stability)
    #expect(abs(stability.reduce(0, +) / 32 - 0.47) < 0.005)
    #expect(stability.count == 32 && stability.allSatisfy { (0...1).contains($0) })
  }

  @Test func `nothing clusters in ICS 18.1`() throws {
    let matrix = try RealRelease.named("ics-attack-18.1").matrix
    #expect(TechniqueClusters(PairRatios(matrix)).clusters.isEmpty)
  }

  @Test func `the leaves of Enterprise 18.1 stand in their best order`() throws {
    let release = try RealRelease.named("enterprise-attack-18.1")
    let ratios = PairRatios(release.matrix)
    let members = release.ids.indices.filter { ratios.counts.total($0) >= 10 }
    let order = OptimalLeafOrder(
      SymmetricMatrix(count: members.count) {
        ratios.distance(members[$0], members[$1])
      }, ids: members.map { release.ids[$0] })
    #expect(abs(Double(order.length) / 1e9 - 159.774702) < 1e-6)
    let start = order.leaves.prefix(4).map { release.ids[members[$0]] }
    #expect(start == ["T1027.003", "T1132.001", "T1573.001", "T1001.002"])
  }
}
