import Corpora
import Testing

struct StixMarkingsTests {
  private static func tlp(_ markings: [String], _ more: String = "") throws -> TLP? {
    let references = markings.indices.map { "\"marking-definition--\($0)\"" }
    let objects = markings.enumerated().map {
      #"{"type": "marking-definition", "id": "marking-definition--\#($0)", \#($1)}, "#
    }
    let text =
      "[" + objects.joined()
      + #"{"type": "report", "id": "report--1", "object_marking_refs": [\#(references.joined(separator: ","))]\#(more)}]"#
    return try Reading(text).reports[0].details.tlp
  }

  @Test(
    arguments: [
      (#""definition_type": "tlp", "definition": {"tlp": "green"}"#, TLP.green),
      (#""definition": {"TLP": "TLP:AMBER"}"#, .amber),
      (#""name": "TLP:AMBER+STRICT""#, .amberStrict),
      (
        #""definition_type": "statement", "definition": {"statement": "x"}, "name": "TLP:CLEAR""#,
        .clear
      ),
      (#""x_opencti_definition": "TLP:RED""#, .red),
      (#""extensions": {"extension-definition--1": {"tlp_2_0": "amber+strict"}}"#, .amberStrict),
      (#""name": "PAP:RED""#, nil), (#""definition": {"tlp": "pink"}"#, nil), (#""name": 1"#, nil),
    ] as [(String, TLP?)])
  func `a marking is told by its definition or its name`(marking: String, tlp: TLP?) throws {
    #expect(try Self.tlp([marking]) == tlp)
  }

  @Test func `the strictest counts, and labels only where no marking says it`() throws {
    let labels = #", "labels": ["tlp:red", "x"]"#
    #expect(try Self.tlp([#""name": "TLP:GREEN""#, #""name": "TLP:AMBER""#], labels) == .amber)
    #expect(try Self.tlp([#""name": "PAP:RED""#], labels) == .red)
    #expect(try Self.tlp([], #", "labels": ["PAP:RED"]"#) == nil)
  }

  @Test func `a marking of a part counts for the whole`() throws {
    let red = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1"
    let part =
      #", "granular_markings": [{"selectors": ["name"], "marking_ref": "\#(red)"}, {"lang": "de"}, 1]"#
    #expect(try Self.tlp([#""name": "TLP:GREEN""#], part) == .red)
    #expect(try Self.tlp([], part) == .red)
  }

  @Test(arguments: [
    ("613f2e26-407d-48c7-9eca-b8e91df99dc9", TLP.white),
    ("34098fce-860f-48ae-8e50-ebd3cc5e41da", .green),
    ("f88d31f6-486f-44da-b317-01333bde0b82", .amber),
    ("5e57c739-391a-4eb3-b6be-7d15ca92d5ed", .red),
    ("94868c89-83c2-464b-929b-a1a8aa3c8487", .clear),
    ("bab4a63c-aed9-4cf5-a766-dfca5abac2bb", .green),
    ("55d920b0-5e8b-4f79-9ee9-91f868d9b421", .amber),
    ("939a9414-2ddd-4d32-a0cd-375ea402b003", .amberStrict),
    ("826578e1-40ad-459f-bc73-ede076f81f37", .amberStrict),
    ("e828b379-4e03-4974-9ac4-e53a884c97c1", .red),
  ])
  func `the known ids need no object`(id: String, tlp: TLP) throws {
    let text =
      #"[{"type": "report", "id": "report--1", "object_marking_refs": ["marking-definition--\#(id)"]}]"#
    #expect(try Reading(text).reports[0].details.tlp == tlp)
  }

  @Test func `a marking that nobody defines is named`() throws {
    let read = try Reading(
      #"[{"type": "report", "id": "report--1", "object_marking_refs": ["marking-definition--x", 1]}]"#
    )
    #expect(
      read.remarks == [
        "1:64 the marking `marking-definition--x` is not in the file, so what it asks for is not known"
      ])
    #expect(read.reports[0].details.tlp == nil)
  }
}
