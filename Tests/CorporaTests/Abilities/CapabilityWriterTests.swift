import Attack
import Corpora
import Foundation
import TestSupport
import Testing

struct CapabilityWriterTests {
  @Test func `it is written sorted, and quoted where YAML could take it for something else`() throws
  {
    let text = #"""
      version: 1
      facts: {"b:c": 'say "it" \ so', yes: "x: # y", a.b: "- ü…"}
      procedures:
      - {name: "z", technique: T1002, needs: ["b:c", yes, a.b]}
      - {technique: T1001, name: "null", platforms: [Linux, "Office Suite", On], gives: [a.b], source: s, reason: r}
      - {technique: T1001, name: "a", }
      """#
    #expect(
      try CapabilityText.capabilities(text).yaml == #"""
        version: 1
        facts:
          a.b: "- ü…"
          "b:c": "say \"it\" \\ so"
          "yes": "x: # y"
        procedures:
          - technique: T1001
            name: "a"
          - technique: T1001
            name: "null"
            platforms: [Linux, "Office Suite", "On"]
            gives: [a.b]
            reason: "r"
            source: "s"
          - technique: T1002
            name: "z"
            needs: [a.b, "b:c", "yes"]

        """#)
  }

  @Test func `what was written reads the same, byte for byte, in whatever order it came`() throws {
    let lines = ["T1003 needs a.b gives c.d", "T1001 gives a.b", "T1002 needs c.d, e", "T1001"]
    let first = try CapabilityText.capabilities(of: lines).yaml
    #expect(try CapabilityText.capabilities(first).yaml == first)
    let reversed = Capabilities(
      titles: try CapabilityText.capabilities(first).titles,
      procedures: try CapabilityText.capabilities(first).procedures.reversed())
    #expect(reversed.yaml == first)
  }

  @Test(arguments: [
    #"\" \\ \u0000 \u0085 \u202E \uFEFF x"#, "{{a}} %b @c `d` &e *f !g |h >i", "a\\nb", "é👩‍👩‍👧",
  ])
  func `no sign of a name breaks the file`(name: String) throws {
    let text = "version: 1\nprocedures:\n- {technique: T1001, name: \"\(name)\"}"
    let all = try CapabilityText.capabilities(text)
    let again = try CapabilityText.capabilities(all.yaml)
    #expect(again.procedures.map(\.name) == all.procedures.map(\.name))
    #expect(again.yaml == all.yaml && all.yaml.split(separator: "\n").count == 4)
  }

  @Test func `without procedures there is an empty list`() throws {
    #expect(Capabilities().yaml == "version: 1\nprocedures: []\n")
    #expect(try CapabilityText.capabilities(Capabilities().yaml) == Capabilities())
  }

  @Test(.enabled(if: SharedAbilities.areHere))
  func `CALDERA’s abilities read the same when they were written`() throws {
    let abilities = try SharedAbilities.files().flatMap {
      try CapabilityText.abilities(String(decoding: $0, as: UTF8.self))
    }
    let text = AbilityImport(abilities).capabilities.yaml
    #expect(try CapabilityText.capabilities(text).yaml == text)
    #expect(AbilityImport(abilities.reversed()).capabilities.yaml == text)
  }
}
