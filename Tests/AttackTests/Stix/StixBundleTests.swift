import Attack
import Foundation
import Testing
import Text

struct StixBundleTests {
  private static let technique = """
    {"type": "attack-pattern", "id": "attack-pattern--1", "name": "One",
     "external_references": [{"source_name": "mitre-attack", "external_id": "T1001"}]}
    """

  private func read(_ text: String) throws(StixError) -> StixBundle {
    try StixBundle(source: "test.json", bytes: Array(text.utf8))
  }

  private func bundle(_ objects: [String]) throws(StixError) -> StixBundle {
    try read(#"{"type": "bundle", "objects": ["# + objects.joined(separator: ",") + "]}")
  }

  @Test(arguments: [
    ("", StixError.empty), (" \n\t", .empty), ("\u{FEFF}", .empty),
    (
      "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n",
      .foreign(.largeFilePointer)
    ),
    ("<!DOCTYPE html><title>404</title>", .foreign(.markup)),
    ("\n<?xml version='1.0'?>", .foreign(.markup)),
    ("[]", .notABundle(found: "no JSON object")),
    ("404: Not Found", .notABundle(found: "no JSON object")),
    ("{}", .notABundle(found: "JSON without a `type`")),
    ("{\"type\": 3}", .notABundle(found: "JSON without a `type`")),
    ("{\"type\": \"layer\\u001b\"}", .notABundle(found: "`type` is `layer`")),
    ("{\"type\": \"bundle\"}", .notABundle(found: "a bundle without `objects`")),
    ("{\"type\": \"bundle\", \"objects\": []}", .withoutTechniques(objects: 0)),
    (
      "{\"type\": \"bundle\", \"objects\": {}}",
      .notABundle(found: "an object whose `objects` is no list")
    ),
  ])
  func `what is no bundle of ATT&CK is refused, each with its reason`(
    text: String, fault: StixError
  ) {
    #expect(throws: fault) { try read(text) }
  }

  @Test func `bytes that are no text are refused with their place`() throws {
    let start = Array("{\"type\": \"bundle\",\n\"objects\": [{\"type\": \"tool\", \"id\": \"".utf8)
    for (bytes, found) in [
      ([0x61, 0xFF, 0x62], "byte 0xff, which is no UTF-8"),
      (Array("a\\ud83d".utf8), "`\\ud83d`, half of a surrogate pair"),
      (Array("a\\udc00".utf8), "`\\udc00`, half of a surrogate pair"),
    ] {
      let text = start + bytes + Array("\"}]}".utf8)
      let fault = try #require(TextError(in: text))
      #expect(fault.line == 2 && fault.column == 38 && fault.found == found, "\(fault)")
      #expect(throws: StixError.brokenText(fault)) { try StixBundle(source: "x", bytes: text) }
    }
    #expect(TextError(in: start + Array("\\ud83d\\udd25 \\\\ud83d é".utf8)) == nil)
  }

  @Test func `JSON that ends too early is refused with its line and column`() throws {
    #expect {
      try read("{\"type\": \"bundle\",\n \"objects\": [{\"type\": \"x")
    } throws: { error in
      guard case StixError.brokenJSON(let fault) = error else { return false }
      return fault.line == 2 && fault.column == 25 && fault.found == "the text ends"
    }
  }

  @Test func `text that is not UTF-8 is refused`() {
    let bytes =
      Array("{\"type\": \"bundle\", \"objects\": [\"".utf8) + [0xC3, 0x28] + Array("\"]}".utf8)
    #expect(throws: StixError.self) { try StixBundle(source: "test.json", bytes: bytes) }
  }

  @Test func `JSON of a depth that nobody needs is refused, not followed`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: StixError.self) { try read("{\"type\": \"bundle\", \"objects\": \(deep)") }
    let closed = deep + String(repeating: "]", count: 100_000)
    #expect(throws: StixError.self) { try read("{\"type\": \"bundle\", \"objects\": \(closed)}") }
  }

  @Test func `Mobile ATT&CK older than v3 is refused`() {
    let old = Self.technique.replacing("T1001", with: "MOB-T1001")
      .replacing("mitre-attack", with: "mitre-mobile-attack")
    #expect(throws: StixError.olderThanMobile3) { try bundle([old]) }
  }

  @Test func `a byte order mark is no harm`() throws {
    let text = "\u{FEFF}" + #"{"type": "bundle", "objects": ["# + Self.technique + "]}"
    #expect(try read(text).objects.count == 1)
  }

  @Test func `kinds that are not known are passed over in silence`() throws {
    let read = try bundle([
      Self.technique, #"{"type": "x-of-2029", "id": 7}"#, #"{"type": "x-of-2030"}"#,
    ])
    #expect(read.objects.map(\.id) == ["attack-pattern--1"] && read.notices.isEmpty)
  }

  @Test(arguments: [
    ("7", "it is not an object"), ("null", "it is null, not an object"),
    ("{}", "`type` is missing"), (#"{"type": 1}"#, "`type` is not a text"),
    (#"{"type": "tool"}"#, "`tool`: `id` is missing"),
    (#"{"type": "tool", "id": "t", "name": 1}"#, "`t`: `name` is not a text"),
    (#"{"type": "tool", "id": "t", "revoked": "no"}"#, "`t`: `revoked` is not true or false"),
    (
      #"{"type": "tool", "id": "t", "external_references": "x"}"#,
      "`t`: `external_references` is not a list"
    ),
    (
      #"{"type": "tool", "id": "t", "external_references": [{"source_name": "a"}, {"url": "b"}]}"#,
      "`t`: `external_references[1].source_name` is missing"
    ),
    (#"{"type": "tool", "id": "t", "aliases": [null]}"#, "`t`: `aliases[0]` is null, not a text"),
    (
      #"{"type": "relationship", "id": "r", "relationship_type": "uses", "source_ref": "a"}"#,
      "`r`: `target_ref` is missing"
    ),
    (#"{"type": "x-mitre-tactic", "id": "x"}"#, "`x`: `x_mitre_shortname` is missing"),
    (
      #"{"type": "attack-pattern", "id": "a", "kill_chain_phases": [{"kill_chain_name": "m"}]}"#,
      "`a`: `kill_chain_phases[0].phase_name` is missing"
    ),
  ])
  func `an object with a bad field is left out, with a notice that names the field`(
    object: String, reason: String
  ) throws {
    let read = try bundle([object, Self.technique])
    #expect(read.objects.map(\.id) == ["attack-pattern--1"])
    #expect(read.notices.map(\.place) == ["test.json: objects[0] " + reason])
    #expect(read.notices.map(\.kind) == [.unreadableObject])
  }

  @Test func `both dead flags may be absent, and stand for false`() throws {
    let read = try bundle([
      Self.technique, Self.technique.replacing("\"name\"", with: "\"revoked\": true, \"name\""),
      Self.technique.replacing("\"name\"", with: "\"x_mitre_deprecated\": true, \"name\""),
      Self.technique.replacing(
        "\"name\"", with: "\"revoked\": false, \"x_mitre_deprecated\": null, \"name\""),
    ])
    #expect(read.objects.map(\.isLive) == [true, false, false, true])
  }

  @Test func `the version of STIX may stand on the bundle, on its objects, on both or nowhere`() {
    let object = Self.technique.replacing("\"name\"", with: "\"spec_version\": \"2.1\", \"name\"")
    for head in ["", #""spec_version": "2.0", "#] {
      for object in [object, Self.technique] {
        #expect(throws: Never.self) {
          try read("{\"type\": \"bundle\", \(head)\"objects\": [\(object)]}")
        }
      }
    }
  }

  @Test func `no control character gets past the reading, in any field`() throws {
    let dirty = #"a\u001b\u202eb"#
    let read = try bundle([
      """
      {"type": "attack-pattern", "id": "attack-pattern--1", "name": "\(dirty)",
       "description": "\(dirty)", "x_mitre_domains": ["\(dirty)"],
       "x_mitre_platforms": ["\(dirty)"], "modified": "\(dirty)",
       "kill_chain_phases": [{"kill_chain_name": "mitre-attack", "phase_name": "\(dirty)"}],
       "external_references": [{"source_name": "mitre-attack", "external_id": "T1001"},
       {"source_name": "\(dirty)", "url": "\(dirty)", "description": "\(dirty)"}]}
      """,
      #"{"type": "tool", "id": "tool--1", "aliases": ["\#(dirty)"]}"#,
    ])
    let one = read.objects[0]
    let texts: [String?] =
      [one.name, one.description, one.domains.first, one.platforms.first, one.phases.first?.name]
      + one.references.dropFirst().flatMap { [$0.sourceName, $0.url, $0.description] as [String?] }
      + [read.objects[1].aliases.first]
    #expect(texts == Array(repeating: "ab", count: 9))
    #expect(one.modified == .unknown && one.loss == "description control characters left out")
  }

  @Test func `the answer of a TAXII server is read, and says where it is only a part`() throws {
    let objects = "\"objects\": [\(Self.technique)]"
    #expect(try read("{\(objects)}").notices.isEmpty)
    let part = try read("{\"more\": true, \"next\": \"2\", \(objects)}")
    #expect(part.objects.count == 1 && part.notices == [Notice(.partialEnvelope, at: "test.json")])
    #expect(try read("{\"more\": false, \(objects)}").notices.isEmpty)
    #expect(throws: StixError.notABundle(found: "`type` is `report`")) {
      try read("{\"type\": \"report\", \(objects)}")
    }
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x7B, 0x00], ForeignContent.utf16), ([0xFE, 0xFF, 0x00, 0x7B], .utf16),
    ([0x7B, 0x00, 0x22, 0x00], .utf16), ([0x00, 0x7B, 0x00, 0x22], .utf16),
    ([0xFF, 0xFE, 0x00, 0x00], .utf32), ([0x7B, 0x00, 0x00, 0x00], .utf32),
    ([0x50, 0x4B, 0x03, 0x04], .packed(by: "zip")), ([0x1F, 0x8B, 0x08, 0x00], .gzip),
  ])
  func `other encodings and packed files are told by their first bytes`(
    bytes: [UInt8], content: ForeignContent
  ) {
    #expect(throws: StixError.foreign(content)) { try StixBundle(source: "x", bytes: bytes) }
  }

  @Test func `what has techniques but no id of one is another catalogue, and says which`() throws {
    let other = Self.technique.replacing("mitre-attack", with: "mitre-atlas")
      .replacing("T1001", with: "AML.T0001")
    #expect(
      throws: StixError.otherCatalogue(
        techniques: 1, ids: ["AML.T0001"], sources: ["mitre-atlas"])
    ) { try bundle([other]) }
    let patterns = try IDPatterns([#"AML\.T\d{4}"#])
    let text = "{\"type\": \"bundle\", \"objects\": [\(other)]}"
    let read = try StixBundle(source: "x", bytes: Array(text.utf8), patterns: patterns)
    #expect(
      Knowledge([read], patterns: patterns).techniques.map(\.id.description) == ["AML.T0001"])
  }

  @Test func `groups and procedures alone may add to other bundles`() throws {
    let use =
      #"{"type": "relationship", "id": "r", "relationship_type": "uses", "#
      + #""source_ref": "a", "target_ref": "b"}"#
    #expect(try !bundle([use]).hasTechniques)
    #expect(throws: StixError.withoutTechniques(objects: 0)) {
      try bundle([#"{"type": "identity", "id": "identity--1"}"#])
    }
  }

  @Test func `names are trimmed and stand once`() throws {
    let group =
      #"{"type": "intrusion-set", "id": "i", "aliases": [" A ", "A", "", "B"], "#
      + #""x_mitre_platforms": ["Windows ", "Windows"]}"#
    let read = try bundle([Self.technique, group]).objects[1]
    #expect(read.aliases == ["A", "B"] && read.platforms == ["Windows"])
  }
}
