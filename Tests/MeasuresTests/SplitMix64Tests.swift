import Measures
import Testing

struct SplitMix64Tests {
  @Test func `the published stream comes out`() {
    var random = SplitMix64(seed: 1_234_567)
    let stream: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(stream.map { _ in random.next() } == stream)
  }

  @Test func `indices stay below the bound, and reach all of it`() {
    var random = SplitMix64(seed: 2018)
    #expect(Set((0..<200).map { _ in random.index(below: 7) }) == Set(0..<7))
  }
}
