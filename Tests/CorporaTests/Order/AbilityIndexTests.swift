import Corpora
import Testing

struct AbilityIndexTests {
  private static func index(_ files: String...) throws -> AbilityIndex {
    var index = AbilityIndex()
    for file in files { try index.add(Array(file.utf8)) }
    return index
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

  @Test(arguments: [
    "x", "[]", "[1, {id: a}, {technique_id: T1}, {id: a, technique: T1}]", "{}",
  ])
  func `what is no ability is none`(text: String) throws {
    var index = AbilityIndex()
    #expect(try index.add(Array(text.utf8)) == 0 && index == .none)
  }

  @Test func `what is no YAML is an error with its place`() {
    var index = AbilityIndex()
    let error = #expect(throws: ReportError.self) { try index.add(Array("- a\n- b: [\n".utf8)) }
    #expect(error?.words.hasPrefix("cannot be used, at line 3, column 1: no YAML") ?? false)
    let bytes = #expect(throws: ReportError.self) { try index.add([0x61, 0xE9, 0x0A]) }
    #expect(
      bytes?.words == "is not valid text: at line 1, column 2 is byte 0xe9, which is no UTF-8")
  }
}
