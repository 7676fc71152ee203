import Corpora
import Testing

struct FlowReaderTests {
  @Test func `version 3 has flat objects, and properties in pairs`() throws {
    let read = try Reading(
      #"""
      {"schema": "attack_flow_v2", "theme": "dark_theme", "objects": [
        {"id": "flow", "instance": "i-1", "properties": [["name", "Breach"], ["created", {"time": "2026-03-14T09:00:00.000Z", "zone": "UTC"}],
          ["external_references", [["k", [["source_name", "s"], ["url", "https://x.org/r"]]]]]]},
        {"id": "action", "properties": [["name", "T1003"], ["ttp", [["tactic", "TA0002"], ["technique", "T1047"]]]]},
        {"id": "action", "properties": [["ttp", [["tactic", null], ["technique", null]]], ["technique_id", "T1041"]]},
        {"id": "action", "properties": [["name", "T1059"], ["ttp", [["technique", null]]]]},
        {"id": "asset", "properties": [["ttp", [["technique", "T1566"]]]]},
        {"id": "action", "properties": ["x", ["technique_ref", "attack-pattern--T1204.002"]]}]}
      """#)
    #expect(read.file.format == .flow && read.heads == ["Breach, 2026-03-14*"])
    #expect(read.techniques == [["T1041", "T1047", "T1204.002"]] && read.remarks.isEmpty)
    #expect(read.reports[0].shownID == "i-1" && read.reports[0].key.text == "x.org/r")
  }

  @Test func `version 2 says what its objects are by a template`() throws {
    let read = try Reading(
      #"""
      {"version": "2.0.1", "id": "1", "objects": [
        {"id": "i-1", "template": "flow", "properties": [["name", "Breach"], ["created", "2026-03-14T09:00:00.000Z"]]},
        {"id": "i-2", "template": "action", "properties": [["technique_id", "T1047"]]},
        {"id": "i-3", "template": "@__builtin__line_horizontal_elbow", "children": []}]}
      """#)
    #expect(read.heads == ["Breach, 2026-03-14*"] && read.techniques == [["T1047"]])
    #expect(read.reports[0].key.text == "own:i-1")
  }

  @Test func `STIX has actions as objects`() throws {
    let read = try Reading(
      #"""
      {"type": "bundle", "id": "bundle--1", "objects": [
        {"type": "extension-definition", "id": "extension-definition--1"},
        {"type": "attack-flow", "id": "attack-flow--AB", "name": "Breach", "created": "2026-03-14T09:00:00.000Z",
          "external_references": [{"source_name": "s", "url": "https://attack.mitre.org/a"}]},
        {"type": "attack-action", "id": "attack-action--1", "technique_id": "T1047"},
        {"type": "attack-action", "id": "attack-action--2", "technique_id": "", "technique_ref": "attack-pattern--T1041"},
        {"type": "attack-action", "id": "attack-action--3", "technique_id": "AML.T0051"},
        {"type": "attack-pattern", "id": "attack-pattern--T1059", "x_mitre_id": "T1059"}]}
      """#)
    #expect(read.file.format == .flow && read.techniques == [["T1041", "T1047"]])
    #expect(read.unknown == ["7:71 AML.T0051"] && read.reports[0].key.text == "own:ab")
  }

  @Test(arguments: [
    #"{"version": "0.1.0", "id": "1", "schema": {}, "objects": [{"template": "action"}]}"#,
    #"{"version": "0.1.0", "flow": {}, "actions": []}"#,
  ])
  func `a draft is refused with what to do`(text: String) {
    let error = #expect(throws: ReportError.self) { try Reading(text) }
    #expect(
      error?.words
        == "cannot be used: a draft of Attack Flow 0.1.0; open it in Attack Flow Builder, and save it anew"
    )
  }
}
