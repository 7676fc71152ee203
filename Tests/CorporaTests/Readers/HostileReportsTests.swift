import Corpora
import Foundation
import Testing
import Text

/// Files that were made to break a reader: each is read, or is an error with words.
struct HostileReportsTests {
  /// A small file of each format in JSON, with every key that a reader asks for.
  private static let samples = [
    #"{"Event": {"info": "A", "uuid": "1", "date": "2026-01-01", "Tag": [{"name": "tlp:red"}], "Galaxy": [{"GalaxyCluster": [{"tag_name": "a", "type": "b", "value": "c"}]}], "Attribute": [{"type": "link", "category": "External analysis", "value": "https://x.org", "deleted": false, "Tag": [{"name": "a"}]}], "Object": [{"name": "attack-pattern", "Attribute": [{"object_relation": "id", "value": "T1047"}]}], "EventReport": [{"content": "@[tag](a)"}]}}"#,
    #"{"type": "bundle", "objects": [{"type": "report", "id": "report--1", "name": "A", "published": "2026-01-01", "created": "2026-01-01", "modified": "x", "labels": ["tlp:red"], "external_references": [{"url": "https://x.org"}], "object_marking_refs": ["marking-definition--1"], "object_refs": ["attack-pattern--1", "relationship--1", "malware--1"]}, {"type": "attack-pattern", "id": "attack-pattern--1", "name": "A", "x_mitre_id": "T1", "extensions": {"a": {"id": "T1"}}, "external_references": [{"source_name": "mitre-attack", "external_id": "T1"}], "labels": ["a"]}, {"type": "relationship", "id": "relationship--1", "relationship_type": "uses", "source_ref": "malware--1", "target_ref": "attack-pattern--1"}, {"type": "marking-definition", "id": "marking-definition--1", "name": "TLP:RED", "definition": {"tlp": "red"}, "extensions": {"a": {"tlp_2_0": "red"}}}]}"#,
    #"{"reports": [{"id": 1, "origin_of_data": "a", "mitre_techniques": {"T1047": 1}, "references": [{"name": "a", "url": "https://x.org"}]}]}"#,
    #"{"name": "A", "domain": "x", "version": "4.5", "links": [{"url": "https://x.org"}], "metadata": [{"name": "tlp", "value": "red"}], "techniques": [{"techniqueID": "T1047", "score": 1, "enabled": true, "color": "red", "comment": "a"}]}"#,
    #"{"schema": "attack_flow_v2", "objects": [{"id": "flow", "instance": "1", "properties": [["name", "A"], ["created", {"time": "2026-01-01"}], ["external_references", [["a", [["url", "https://x.org"]]]]]]}, {"id": "action", "properties": [["ttp", [["technique", "T1047"]]], ["technique_id", "T1"], ["technique_ref", "attack-pattern--1"]]}]}"#,
    #"{"version": "2.0", "objects": [{"template": "flow", "id": "1", "properties": [["name", "A"]]}, {"template": "action", "properties": [["technique_id", "T1047"]]}]}"#,
    #"{"type": "bundle", "objects": [{"type": "attack-flow", "id": "attack-flow--1", "name": "A", "created": "2026", "external_references": [{"url": "https://x.org"}]}, {"type": "attack-action", "technique_id": "T1047", "technique_ref": "a"}]}"#,
    #"{"schema": "attack_flow_v2", "objects": [{"id": "action", "instance": "a", "properties": [["technique_id", "T1047"]], "anchors": {"branch:False": "x"}}, {"id": "condition", "instance": "b", "anchors": {"0": "y"}}, {"id": "anchor", "instance": "x", "latches": ["1"]}, {"id": "anchor", "instance": "y", "latches": ["2"]}, {"id": "dynamic_line", "source": "1", "target": "2"}]}"#,
    #"{"version": "2.0", "objects": [{"template": "action", "id": "a", "children": ["x"]}, {"template": "true_anchor", "id": "x", "children": ["1"]}, {"template": "@__builtin__line_a", "id": "l", "children": ["1"]}, {"template": "@__builtin__line_source", "id": "1"}]}"#,
    #"{"type": "bundle", "objects": [{"type": "attack-flow"}, {"type": "attack-action", "id": "attack-action--1", "technique_id": "T1047", "effect_refs": ["attack-condition--1"]}, {"type": "attack-condition", "id": "attack-condition--1", "on_true_refs": ["a"], "on_false_refs": ["a"]}, {"type": "relationship", "relationship_type": "related-to", "source_ref": "a", "target_ref": "b", "revoked": false}]}"#,
    #"{"attire-version": "1.1", "execution-data": {"execution-source": "A", "execution-id": "1", "time-generated": "2026-01-01"}, "procedures": [{"mitre-technique-id": "T1047", "order": 1, "steps": [{"time-start": "2026-01-01T00:00:00Z"}]}]}"#,
    #"{"threat": {"name": "A", "display_name": "B", "script": {"1": {"rtags": ["att&ck-technique:T1047"]}, "2": {"rtags": []}}}}"#,
  ]

  private static var values: [Any] {
    [
      NSNull(), 0, -1, 1e300, true, "", "\u{202E}\u{0}x\n", "T1047", [Any](), [String: Any](),
      [[Any]()],
      [[String: Any]()], ["": NSNull()], [1, "a", NSNull()],
    ]
  }

  /// A value of JSON with each of the values inside it replaced by another, one at a time.
  private static func changed(_ value: Any) -> [Any] {
    var all = values
    if let members = value as? [String: Any] {
      for (key, member) in members.sorted(by: { $0.key < $1.key }) {
        all += changed(member).map { members.merging([key: $0]) { $1 } }
      }
    } else if let elements = value as? [Any] {
      for (index, element) in elements.enumerated() {
        all += changed(element).map {
          Array(elements[..<index]) + [$0] + Array(elements[(index + 1)...])
        }
      }
    }
    return all
  }

  @Test(arguments: samples) func `a wrong type at any key breaks no reader`(sample: String) throws {
    let value = try JSONSerialization.jsonObject(with: Data(sample.utf8))
    let original = try Reading(sample)
    #expect(original.reports.count == 1)
    var read = 0
    for changed in Self.changed(value) {
      let bytes = try JSONSerialization.data(withJSONObject: changed, options: .fragmentsAllowed)
      do throws(ReportError) {
        let reading = try Reading(bytes: Array(bytes), as: original.file.format)
        #expect(Self.isClean(reading), "\(String(decoding: bytes, as: UTF8.self))")
        read += 1
      } catch {
        #expect(!error.words.isEmpty)
      }
    }
    #expect(read >= 100)
  }

  /// Nothing that is shown has a control character or a second line.
  private static func isClean(_ reading: Reading) -> Bool {
    (reading.heads + reading.remarks).allSatisfy { line in
      line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" && $0.value != 0x7F }
    }
  }

  @Test(arguments: samples) func `a file that ends anywhere is an error with its place`(
    sample: String
  ) {
    let bytes = Array(sample.utf8)
    for end in 1..<bytes.count {
      let error = #expect(throws: ReportError.self) { try Reading(bytes: Array(bytes[..<end])) }
      guard case .brokenJSON(let fault)? = error else {
        Issue.record("\(end): \(String(describing: error))")
        return
      }
      #expect(fault.line == 1 && (1...(end + 1)).contains(fault.column))
    }
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"objects\":"])
  func `a bomb of brackets is an error with its place`(open: String) {
    let error = #expect(throws: ReportError.self) {
      try Reading(String(repeating: open, count: 1_000_000))
    }
    #expect(error?.words.hasPrefix("is not valid JSON: at line 1, column ") ?? false)
  }

  @Test(arguments: [
    (
      #"{"Event": {"info": "a\ud83d", "uuid": "b"}}"#,
      "column 22 is `\\ud83d`, half of a surrogate pair"
    ),
    (
      "{\"Event\": {\"info\": \"a\u{0}\", \"uuid\": \"b\"}}",
      "column 22 byte 0x0 where JSON does not allow it"
    ),
    (#"{"info": "a", "uuid": "b"}{}"#, "column 27 `{` where JSON does not allow it"),
  ])
  func `what is no JSON is an error with its place`(text: String, words: String) {
    let error = #expect(throws: ReportError.self) { try Reading(text) }
    #expect(error?.words.hasSuffix(words) ?? false, "\(error?.words ?? "")")
  }

  @Test func `of a key that is there twice the first counts`() throws {
    let text =
      #"{"Event": {"info": "a", "info": "b", "uuid": "1"}, "Event": {"info": "c", "uuid": "2"}}"#
    #expect(try Reading(text).heads == ["a"])
  }

  @Test(arguments: ["[]", "{}", "[[]]", "[{}]", #"{"reports": []}"#, #"{"response": []}"#, "[1]"])
  func `what is empty is of no format`(text: String) {
    #expect(throws: ReportError.self) { try Reading(text) }
  }

  @Test func `a table of a million columns, and rows of other lengths, are read`() throws {
    let wide = String(repeating: ",", count: 1_000_000)
    let read = try Reading("technique\(wide)\nT1047\nT1041\(wide),,\n\(wide)\nT1059\n")
    #expect(read.techniques == [["T1041", "T1047", "T1059"]])
  }

  @Test func `ids and texts of a megabyte are cut where they are shown`() throws {
    let long = String(repeating: "A", count: 1_000_000)
    let digits = String(repeating: "1", count: 1_000_000)
    let read = try Reading("technique\n\(long)\n\(long).T1047\nT1059.\(digits)\n\(digits)\n")
    #expect(read.techniques == [["T1059"]])
    #expect((read.remarks + read.unknown).allSatisfy { $0.utf8.count < 200 })
    let stix = try Reading(
      #"[{"type": "report", "id": "report--\#(long)", "object_refs": ["attack-pattern--\#(long)"]}]"#
    )
    #expect(stix.remarks.allSatisfy { $0.utf8.count < 200 } && stix.remarks.count == 1)
  }

  /// Each of these took minutes where something was done again for each row, reference or tag.
  @Test func `what is named often is looked at once`() throws {
    let fat = String(repeating: "x", count: 200_000)
    let references = Array(repeating: "\"attack-pattern--1\"", count: 20_000).joined(separator: ",")
    let pattern =
      #"{"type": "attack-pattern", "id": "attack-pattern--1", "a": "\#(fat)", "x_mitre_id": "T1047"}"#
    let stix = try Reading(
      #"[\#(pattern), {"type": "report", "id": "report--1", "object_refs": [\#(references)]}]"#)
    #expect(stix.techniques == [["T1047"]])
    let rows = (0..<50_000).map { "T1047,https://x.org/\($0)" }.joined(separator: "\n")
    #expect(try Reading("technique,source\n" + rows).reports[0].addresses.count == 50_000)
    let tags = String(repeating: "@[tag](a=\\\"b)", count: 100_000)
    let misp = #"{"Event": {"info": "A", "uuid": "1", "EventReport": [{"content": "\#(tags)"}]}}"#
    #expect(try Reading(misp).heads == ["A"])
  }
}
