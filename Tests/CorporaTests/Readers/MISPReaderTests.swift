import Corpora
import Testing

struct MISPReaderTests {
  /// An event with some members more, each after a line's end.
  private static func event(_ members: String...) -> String {
    #"{"Event": {"info": "Theft", "uuid": "AB-1", "date": "2022-09-13""#
      + members.map { ",\n" + $0 }.joined() + "}}"
  }

  private static func tag(_ id: String) -> String {
    #"{"name": "misp-galaxy:mitre-attack-pattern=\"Name - \#(id)\""}"#
  }

  @Test func `tags count on the event, its attributes, its objects and their attributes`() throws {
    let read = try Reading(
      Self.event(
        #""Tag": [\#(Self.tag("T1047")), {"name": "tlp:amber"}, {"name": "PAP:RED"}]"#,
        #""Attribute": [{"Tag": [\#(Self.tag("T1059"))]}]"#,
        #""Object": [{"name": "file", "Attribute": [{"Tag": [\#(Self.tag("T1041"))]}]}]"#))
    #expect(read.file.format == .misp && read.heads == ["Theft, 2022-09-13, amber"])
    #expect(read.techniques == [["T1041", "T1047", "T1059"]] && read.remarks.isEmpty)
    #expect(read.reports[0].key.text == "own:ab-1")
  }

  @Test(arguments: [
    #""Galaxy": [{"GalaxyCluster": [{"tag_name": "misp-galaxy:mitre-enterprise-attack-attack-pattern=\"A - T1047\"", "meta": {"external_id": "CAPEC-1"}}]}]"#,
    #""Galaxy": [{"GalaxyCluster": [{"type": "mitre-ics-attack-attack-pattern", "value": "A - T1047"}]}]"#,
    #""Attribute": [{"Galaxy": [{"GalaxyCluster": [{"tag_name": "misp-galaxy:mitre-mobile-attack-attack-pattern=\"A - T1047\""}]}]}]"#,
    #""Object": [{"name": "attack-pattern", "Attribute": [{"object_relation": "name", "value": "T1059"}, {"object_relation": "id", "value": "T1047"}]}]"#,
    #""EventReport": [{"content": "T1059, see @[tag](misp-galaxy:mitre-pre-attack-attack-pattern=\"A (b) - T1047\") @[tag](tlp:red"}]"#,
    #""EventTag": [{"Tag": {"name": "misp-galaxy:mitre-attack-pattern=\"A - T1047\""}}]"#,
    #""Attribute": [{"AttributeTag": [{"Tag": {"name": "misp-galaxy:mitre-attack-pattern=\"A - T1047\""}}]}]"#,
    #""Tag": [{"name": "MISP-Galaxy:Mitre-Attack-Pattern=A - T1047"}]"#,
  ])
  func `a technique is found in each of the fields that may hold it`(member: String) throws {
    let read = try Reading(Self.event(member))
    #expect(read.techniques == [["T1047"]] && read.remarks.isEmpty && read.unknown.isEmpty)
  }

  @Test(arguments: [
    #""Attribute": [{"deleted": true, "Tag": [\#(Self.tag("T1059"))]}]"#,
    #""Attribute": [{"deleted": "1", "Tag": [\#(Self.tag("T1059"))]}]"#,
    #""Object": [{"deleted": 1, "Attribute": [{"Tag": [\#(Self.tag("T1059"))]}]}]"#,
    #""EventReport": [{"deleted": true, "content": "@[tag](misp-galaxy:mitre-attack-pattern=\"A - T1059\")"}]"#,
    #""RelatedEvent": [{"Event": {"Tag": [\#(Self.tag("T1059"))]}}]"#,
    #""ShadowAttribute": [{"Tag": [\#(Self.tag("T1059"))]}]"#,
    #""Tag": [{"name": "misp-galaxy:mitre-course-of-action=\"A Mitigation - T1059\""}]"#,
    #""EventReport": [{"content": "T1059"}]"#,
    #""Attribute": [{"type": "text", "value": "T1059", "comment": "T1059"}]"#,
    #""Object": [{"name": "script", "Attribute": [{"object_relation": "id", "value": "T1059"}]}]"#,
  ])
  func `what is deleted, of others, a mitigation or free text is no evidence`(member: String) throws
  {
    let read = try Reading(Self.event(#""Tag": [\#(Self.tag("T1047"))]"#, member))
    #expect(read.techniques == [["T1047"]] && read.remarks.isEmpty)
  }

  @Test func `a tag that cannot count is named with its place, once`() throws {
    let read = try Reading(
      Self.event(
        #"""
        "Tag": [{"name": "misp-galaxy:mitre-attack-pattern=\"PowerShell\""},
        {"name": "misp-galaxy:mitre-attack-pattern=\"PowerShell\""},
        {"name": "misp-galaxy:mitre-atlas-attack-pattern=\"A - AML.T0051\""},
        {"name": "attack.t1047"}, {"name": "attack.execution"}, {"name": "Sigma"}]
        """#))
    #expect(
      read.remarks == [
        #"2:18 the tag `misp-galaxy:mitre-attack-pattern="PowerShell"` has no id, and names are not matched"#,
        #"4:10 the tag `misp-galaxy:mitre-atlas-attack-pattern="A - AML.T0051"` is of another matrix"#,
        "5:10 the tag `attack.t1047` is of no galaxy, and does not count",
      ])
  }

  @Test func `an address is an attribute of external analysis`() throws {
    let read = try Reading(
      Self.event(
        #""Attribute": [{"type": "link", "category": "External analysis", "value": " https://x.org/a "}, {"type": "link", "category": "Payload delivery", "value": "https://evil.org"}]"#
      ))
    #expect(read.reports[0].addresses.map(\.url) == ["https://x.org/a"])
  }

  @Test(arguments: [
    #"[{"Event": {"info": "A", "uuid": "1"}}, {"Event": {"info": "B", "uuid": "2"}}]"#,
    #"{"response": [{"Event": {"info": "A", "uuid": "1"}}, {"info": "B", "uuid": "2"}]}"#,
    #"[3, {"info": "A", "uuid": "1"}, {"info": 1, "uuid": "2"}, {"info": "B", "uuid": "2"}]"#,
  ])
  func `several events are several reports`(text: String) throws {
    #expect(try Reading(text).heads == ["A", "B"])
  }

  @Test func `an event without a name has that of its file`() throws {
    #expect(try Reading(#"{"Event": {"info": " ", "uuid": 1}}"#).heads == ["sample"])
  }

  @Test func `the list of a feed is no report`() {
    let error = #expect(throws: ReportError.self) {
      try Reading(#"{"5acc88e9": {"info": "A", "date": "2018-04-09", "Tag": []}}"#)
    }
    #expect(
      error?.words == "is of no format that is known: it is a JSON object with the keys `5acc88e9`")
  }
}
