import Corpora
import TestSupport
import Testing

struct AbilityIndexTests {
  private static func index(_ files: String...) throws -> AbilityIndex {
    AbilityIndex(try files.flatMap { try CapabilityText.abilities($0) })
  }

  @Test func `an ability has its technique in either shape, with blanks around`() throws {
    let index = try Self.index(
      """
      ---
      - id: ' AA-1 '
        name: T1003
        technique:
          attack_id: " T1047 "
          name: T1003
        platforms: {windows: {psh: {command: T1003}}}
      - ability_id: bb-2
        technique_id: T1059.001
        executors: [{command: T1003}]
      """, "id: cc-3\ntechnique_id: T1041\n")
    #expect(index.count == 3 && index["cc-3"] == "T1041")
    #expect(index["aa-1"] == "T1047" && index[" BB-2"] == "T1059.001" && index["dd"] == nil)
  }

  @Test func `of several with one id the first counts`() throws {
    let index = try Self.index("{id: a, technique_id: T1}", "{id: A, technique_id: T2}")
    #expect(index["a"] == "T1" && index.count == 1)
  }
}
