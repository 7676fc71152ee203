import Attack
import Corpora
import Testing

/// What makes reports one, and what becomes of what they name.
struct TeamReportTests {
  private static func keys(_ text: String, name: String = "sample") throws -> [String] {
    try Reading(text, name: name).reports.map(\.key.text)
  }

  @Test func `the only address is the key, and may be a public report's`() throws {
    let read = try Reading(
      "technique,source\nT1047,https://www.X.org/a/\nT1047,http://x.org/a#b\nT1041,N/A\nT1041,-\n")
    #expect(read.reports[0].key.text == "x.org/a" && read.reports[0].isUnitable)
    #expect(read.reports[0].addresses.map(\.url) == ["https://www.X.org/a/"])
  }

  @Test func `of several addresses the first is the team's own key`() throws {
    let read = try Reading("technique,source\nT1047,https://x.org/a\nT1047,https://x.org/b\n")
    #expect(read.reports[0].key.text == "own:x.org/a" && !read.reports[0].isUnitable)
  }

  @Test(arguments: [
    "https://attack.mitre.org/techniques/T1047", "https://otx.alienvault.com/pulse/1",
    "https://github.com/redcanaryco/atomic-red-team/blob/master/a.md",
    "https://raw.githubusercontent.com/RedCanaryCo/atomic-red-team/master/a.md",
    "https://web.archive.org/web/2020/https://attack.mitre.org/a", "N/A", "ftp://x.org/a",
    "https://",
    "javascript:alert(1)", "x.org/a",
  ])
  func `an address that says nothing is none`(url: String) throws {
    #expect(try Self.keys("report,technique,source\nA b,T1047,\(url)\n") == ["own:a b"])
    let text = "technique,source\nT1047,\(url)\nT1047,https://x.org/a\n"
    #expect(try Self.keys(text) == ["x.org/a"])
  }

  @Test func `a report in two formats is one by the format's own id`() throws {
    let misp = try Self.keys(#"{"Event": {"info": "A", "uuid": "6F0D5B1E-7a57"}}"#)
    for type in ["report", "grouping"] {
      let stix = #"[{"type": "\#(type)", "id": "\#(type)--6f0d5b1e-7a57", "name": "B"}]"#
      #expect(try Self.keys(stix) == misp && misp == ["own:6f0d5b1e-7a57"])
    }
    let table = "entity_type,name,x_mitre_id,standard_id\nReport,C,,report--6F0D5B1E-7A57\n"
    #expect(try Self.keys(table) == misp)
  }

  @Test func `a layer is the file, whatever it is called inside`() throws {
    let layer = #"{"name": "layer", "domain": "x", "techniques": []}"#
    #expect(try Self.keys(layer, name: "apt-q3") == ["own:layer:apt-q3"])
  }

  @Test func `else the name and the date are the key`() throws {
    let text =
      "report,technique,date\n Night  Shift ,T1047,2026-03-14\nNight Shift,T1047,14.03.2026\n"
    #expect(try Self.keys(text).first == "own:night shift 2026-03-14")
    #expect(try Self.keys("technique\nT1047\n", name: "Q3") == ["own:q3"])
  }

  @Test func `what is named twice is said once, and revoked ids are followed`() throws {
    let read = try Reading("technique\nT1086\nT1086 T1064\nT1064\nnone\nnone\nT1059.1\nT1059.1\n")
    #expect(read.techniques == [["T1059", "T1059.001"]] && read.followed == ["T1086>T1059.001"])
    #expect(read.unknown == ["3:1 T1064"])
    #expect(
      read.remarks == [
        "5:1 no id of a technique there", "7:1 `T1059.1` was read as T1059",
      ])
  }

  @Test func `ten thousand remarks and unknown ids are said in the order of the file`() throws {
    let rows = (0..<10_000).map { "TA\(10_000 + $0)\nT\(String(10_000 + $0).dropFirst()).999" }
    let read = try Reading("technique\n" + rows.joined(separator: "\n"))
    #expect(read.remarks.count == 10_000 && read.remarks[9999].hasPrefix("20000:1 `TA19999`"))
    #expect(read.unknown.count == 10_000 && read.unknown[9999] == "20001:1 T9999.999")
  }
}
