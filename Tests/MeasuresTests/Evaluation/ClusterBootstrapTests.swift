import Measures
import Testing

struct ClusterBootstrapTests {
  private static func mean(_ values: [Double], _ weights: [Double]) -> Double {
    zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
  }

  @Test func `the interval of a mean is that of the normal law`() async {
    let values = (0..<400).map { Double($0 % 2) }
    let interval = await ClusterBootstrap(clusters: Array(0..<400)).interval {
      Self.mean(values, $0)
    }
    // 1.96 times the standard error, .5 / 20.
    #expect(abs(interval.lowerBound - 0.451) < 0.01 && abs(interval.upperBound - 0.549) < 0.01)
  }

  @Test func `cases of one cluster count once`() async {
    let values = (0..<400).map { Double($0 / 100 % 2) }
    let interval = await ClusterBootstrap(clusters: (0..<400).map { $0 / 100 }).interval {
      Self.mean(values, $0)
    }
    #expect(interval == 0...1)
  }

  @Test func `one cluster has no spread, and nothing no trap`() async {
    let one = await ClusterBootstrap(clusters: [5, 5]).interval { Self.mean([1, 2], $0) }
    #expect(one == 1.5...1.5)
    #expect(await ClusterBootstrap(clusters: []).interval { _ in 0 } == 0...0)
  }
}
