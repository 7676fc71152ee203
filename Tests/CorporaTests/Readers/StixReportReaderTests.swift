import Corpora
import Testing

struct StixReportReaderTests {
  /// A bundle with these objects, a line each.
  static func bundle(_ objects: String...) -> String {
    #"{"type": "bundle", "id": "bundle--1", "objects": ["#
      + objects.map { "\n" + $0 }.joined(separator: ",") + "]}"
  }

  static func report(_ references: String..., more: String = "") -> String {
    let quoted = references.map { "\"\($0)\"" }.joined(separator: ", ")
    return
      #"{"type": "report", "id": "report--AB", "name": "Theft", "published": "2026-03-14T00:00:00Z""#
      + #"\#(more), "object_refs": [\#(quoted)]}"#
  }

  static func pattern(_ members: String) -> String {
    #"{"type": "attack-pattern", "id": "attack-pattern--1", "name": "T1041", \#(members)}"#
  }

  /// In the order in which they are asked; each is read though all that follow say something else.
  private static let ways = [
    #""external_references": [{"source_name": "capec", "external_id": "CAPEC-T1003"}, {"source_name": "mitre-ics-attack", "external_id": "T1047"}], "x_mitre_id": "T1059""#,
    #""x_mitre_id": "T1047", "extensions": {"extension-definition--1": {"id": "T1059"}}"#,
    #""extensions": {"extension-definition--0": {"id": "4a7e-internal"}, "extension-definition--1": {"id": "T1047"}}, "external_references": [{"source_name": "x", "external_id": "T1059"}]"#,
    #""external_references": [{"source_name": "mitre-attack", "external_id": "TA0001"}, {"source_name": "capec", "external_id": "CAPEC-T1047"}], "labels": ["misp-galaxy:mitre-attack-pattern=\"A - T1059\""]"#,
    #""labels": ["T1003", "misp-galaxy:mitre-attack-pattern=\"A - T1047\""]"#,
  ]

  @Test(arguments: ways)
  func `an attack pattern names its technique in one of these ways`(members: String) throws {
    let read = try Reading(
      Self.bundle(Self.pattern(members), Self.report("attack-pattern--1")))
    #expect(read.file.format == .stix && read.heads == ["Theft, 2026-03-14"])
    #expect(read.techniques == [["T1047"]] && read.remarks.isEmpty)
  }

  @Test(arguments: [
    "attack-pattern--T1047",
    // uuid5(00abedb4-aa42-466c-9c01-fed23315a9b7, '{"x_mitre_id":"t1047"}'), and "T1047".
    "attack-pattern--dbc7c019-d0f9-5f00-934c-eec125456205",
    "attack-pattern--0e3468b8-dc0e-508c-8214-b1da569c42f8",
  ])
  func `an id of MITRE or of OpenCTI needs no object, and a name gives none`(id: String) throws {
    let read = try Reading(Self.bundle(Self.report(id)))
    #expect(read.techniques == [["T1047"]] && read.remarks.isEmpty)
    let named = try Reading(
      Self.bundle(Self.pattern(#""description": "T1047""#), Self.report("attack-pattern--1", id)))
    #expect(named.techniques == [["T1047"]])
    #expect(named.remarks == ["2:1 `T1041` has no id of ATT&CK, and names are not matched"])
  }

  @Test func `what an id stands for may not be known`() throws {
    let read = try Reading(Self.bundle(Self.report("attack-pattern--2\u{202E}")))
    #expect(
      read.remarks
        == ["2:110 `attack-pattern--2` has no id of ATT&CK, and names are not matched"])
  }

  private static func relation(
    _ type: String, _ source: String, _ target: String, _ more: String = ""
  ) -> String {
    #"{"type": "relationship", "id": "relationship--1", "relationship_type": "\#(type)", "source_ref": "\#(source)", "target_ref": "\#(target)"\#(more)}"#
  }

  @Test(arguments: ["uses", "indicates", "related-to", "mitigates", "subtechnique-of", "detects"])
  func `a relationship counts that says that a technique was used`(type: String) throws {
    let counts = ["uses", "indicates", "related-to"].contains(type)
    for (source, target) in [
      ("malware--1", "attack-pattern--1"), ("attack-pattern--1", "malware--1"),
    ] {
      let relation = Self.relation(type, source, target)
      let pattern = Self.pattern(#""x_mitre_id": "T1047""#)
      let read = try Reading(
        Self.bundle(relation, pattern, Self.report("relationship--1", "malware--1")))
      #expect(read.techniques == [counts ? ["T1047"] : []])
      let alone = try Reading(Self.bundle(relation, pattern, Self.report("relationship--1")))
      #expect(alone.techniques == [[]], "its other end is not in the report")
      let revoked = Self.relation(type, source, target, #", "revoked": true"#)
      let old = try Reading(
        Self.bundle(revoked, pattern, Self.report("relationship--1", "malware--1")))
      #expect(old.techniques == [[]])
    }
  }

  @Test func `a relationship with itself, and reports that name each other, end`() throws {
    let read = try Reading(
      Self.bundle(
        Self.relation("uses", "relationship--1", "relationship--1"),
        Self.relation("uses", "attack-pattern--T1047", "attack-pattern--T1047")
          .replacing("relationship--1", with: "relationship--2"),
        Self.report("report--AB", "report--2", "relationship--1", "relationship--2"),
        #"{"type": "report", "id": "report--2", "name": "B", "object_refs": ["report--AB"]}"#))
    #expect(read.techniques == [[], []] && read.heads == ["Theft, 2026-03-14", "B"])
  }

  @Test func `MISP's tags in labels of what a report refers to count`() throws {
    let label = #"misp-galaxy:mitre-attack-pattern=\"A - T1047\""#
    let read = try Reading(
      Self.bundle(
        #"{"type": "indicator", "id": "indicator--1", "labels": ["\#(label)", "attack.t1003"]}"#,
        #"{"type": "indicator", "id": "indicator--2", "labels": ["\#(label.replacing("T1047", with: "T1041"))"]}"#,
        Self.report(
          "indicator--1", more: #", "labels": ["\#(label.replacing("T1047", with: "T1059"))"]"#)))
    #expect(read.techniques == [["T1047", "T1059"]])
    #expect(read.remarks == ["2:106 the label `attack.t1003` is of no galaxy, and does not count"])
  }

  @Test(arguments: [
    "[OBJECTS]", #"{"objects": [OBJECTS]}"#, #"{"type": "bundle", "objects": [OBJECTS]}"#,
    "[null, 1, {}, {\"type\": 1}, OBJECTS]",
  ])
  func `objects lie in a bundle, in a list, or under objects`(frame: String) throws {
    let text = frame.replacing("OBJECTS", with: Self.report("attack-pattern--T1047"))
    let read = try Reading(text)
    #expect(read.file.format == .stix && read.techniques == [["T1047"]])
  }

  @Test(arguments: [
    "report", "grouping", "x-opencti-case-incident", "x-opencti-case-rfi", "x-opencti-case-rft",
  ])
  func `containers of these types are reports`(type: String) throws {
    let container =
      #"{"type": "\#(type)", "id": "\#(type)--AB", "name": "A", "created": "2026-01-02T00:00:00Z", "object_refs": ["attack-pattern--T1047"]}"#
    let read = try Reading(Self.bundle(container))
    #expect(read.heads == ["A, 2026-01-02*"] && read.techniques == [["T1047"]])
    #expect(read.reports[0].key.text == "own:ab")
  }

  @Test func `of an object that is there twice the newest counts, of equals the later`() throws {
    func report(_ name: String, _ modified: String) -> String {
      #"{"type": "report", "id": "report--1", "name": "\#(name)", "modified": "\#(modified)"}"#
    }
    let (old, new) = ("2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z")
    #expect(try Reading(Self.bundle(report("a", new), report("b", old))).heads == ["a"])
    #expect(try Reading(Self.bundle(report("a", old), report("b", new))).heads == ["b"])
    #expect(try Reading(Self.bundle(report("a", new), report("b", new))).heads == ["b"])
  }

  @Test func `a revoked report, and a file without any, are remarks`() throws {
    let revoked = try Reading(
      Self.bundle(Self.report("attack-pattern--T1047", more: #", "revoked": true"#)))
    #expect(revoked.reports.isEmpty && revoked.remarks == ["2:1 a report that was revoked"])
    let none = try Reading(Self.bundle(Self.pattern(#""x_mitre_id": "T1047""#)))
    #expect(none.reports.isEmpty)
    #expect(none.remarks == ["no report in it: none of `report`, `grouping` and OpenCTI's cases"])
  }

  @Test func `a report may refer to nothing`() throws {
    let read = try Reading(Self.bundle(#"{"type": "report", "id": "report--1"}"#))
    #expect(read.heads == ["sample"] && read.techniques == [[]] && read.remarks.isEmpty)
  }
}
