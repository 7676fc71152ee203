import Corpora
import Testing

/// Formats are told by content, and none is taken for another.
struct ReportFormatTests {
  private static let samples: [(ReportFormat, String)] = [
    (.stix, #"[{"type": "report", "id": "report--1", "object_refs": []}]"#),
    (.misp, #"{"Event": {"info": "A", "uuid": "1"}}"#),
    (.flow, FlowSample(objects: [("a", "T1047")], lines: []).version3),
    (.flow, FlowSample(objects: [("a", "T1047")], lines: []).version2),
    (.layer, #"{"domain": "x", "techniques": [{"techniqueID": "T1047"}]}"#),
    (.tie, #"{"reports": [{"mitre_techniques": {"T1047": 1}}]}"#),
    (.attire, #"{"attire-version": "1.1", "procedures": []}"#),
    (.scythe, #"{"threat": {"name": "A", "script": {}}}"#),
    (.plan, "- emulation_plan_details: {}\n- technique: {attack_id: T1047}\n"),
    (.caldera, "id: a\nname: technique\natomic_ordering: []\n"),
    (.csv, "technique\nT1047\n"),
  ]

  @Test(arguments: samples)
  func `a file is of one format only, whatever is asked for`(
    format: ReportFormat, text: String
  ) throws {
    #expect(try Reading(text).file.format == format)
    for asked in ReportFormat.allCases where asked != format {
      let error = #expect(throws: ReportError.self) { try Reading(text, as: asked) }
      #expect(error?.words.contains("expected") ?? false)
    }
    #expect(try Reading(text, as: format).file.format == format)
  }

  @Test func `a flow in STIX is a flow, since that is asked first`() throws {
    let flow = FlowSample(objects: [("a", "T1047"), ("b", "T1041")], lines: [.init("a", "b")])
    let read = try Reading(flow.stix)
    #expect(read.file.format == .flow && read.pairs == [["T1047>T1041"]])
  }

  @Test func `a table with the words of YAML in it is a table`() throws {
    let text = "technique,note\nT1047,atomic_ordering: emulation_plan_details\n"
    #expect(try Reading(text).file.format == .csv)
  }
}
