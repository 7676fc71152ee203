import Attack
import Corpora
import TestSupport
import Testing

struct TechniqueResolverTests {
  private func unknown(_ id: String) throws -> UnknownTechnique {
    let found = try #require(TechniqueText(id).found.first)
    guard case .unknown(let technique) = Reading.resolver.resolve(found) else {
      throw Known(id: id)
    }
    return technique
  }

  private struct Known: Error { let id: String }

  @Test(arguments: [
    ("AML.T0051", UnknownTechnique.Kind.otherMatrix), ("T0834", .otherMatrix),
    ("T1367", .otherMatrix), ("T1226", .otherMatrix), ("T1398", .otherMatrix),
    ("T1064", .retired), ("T1071.011", .typingError), ("T1567", .newerRelease),
    ("T1765.001", .newerRelease), ("T1766", .typingError), ("T9999", .typingError),
  ])
  func `what is no live technique has a kind`(id: String, kind: UnknownTechnique.Kind) throws {
    let technique = try unknown(id)
    #expect(technique.kind == kind && technique.text == id)
    #expect(kind == .typingError || technique.suggestion == nil)
  }

  @Test(
    .enabled(if: RealReleases.areHere),
    arguments: [
      ("T1685.001", UnknownTechnique.Kind.newerRelease), ("T1626", .otherMatrix),
      ("T0834", .otherMatrix), ("T1043", .retired), ("T1064", .retired), ("T1307", .otherMatrix),
      ("T1071.011", .typingError),
    ])
  func `the kinds hold for a real release`(id: String, kind: UnknownTechnique.Kind) throws {
    let resolver = TechniqueResolver(try RealReleases.knowledge("enterprise-attack-18.1"))
    let found = try #require(TechniqueText(id).found.first)
    guard case .unknown(let technique) = resolver.resolve(found) else { throw Known(id: id) }
    #expect(technique.kind == kind)
  }

  @Test(
    .enabled(if: RealReleases.areHere),
    arguments: [
      ("mobile-attack-17.1", "T1059", UnknownTechnique.Kind.otherMatrix),
      ("mobile-attack-17.1", "T1399.001", .typingError),
      ("mobile-attack-17.1", "T0834", .otherMatrix),
      ("mobile-attack-17.1", "T1685", .newerRelease), ("ics-attack-18.1", "T1059", .otherMatrix),
      ("ics-attack-18.1", "T1566", .otherMatrix), ("ics-attack-18.1", "T1626", .otherMatrix),
      ("ics-attack-18.1", "T0876", .typingError), ("ics-attack-18.1", "T0999", .newerRelease),
    ])
  func `with one domain the others are matrices that are not loaded`(
    release: String, id: String, kind: UnknownTechnique.Kind
  ) throws {
    let resolver = TechniqueResolver(try RealReleases.knowledge(release))
    let found = try #require(TechniqueText(id).found.first)
    guard case .unknown(let technique) = resolver.resolve(found) else { throw Known(id: id) }
    #expect(technique.kind == kind)
  }

  @Test(
    arguments: [
      ("T10003", "T1003"), ("1071.001", "T1071.001"), ("T1071.011", "T1071.001"),
      ("T1071.01", "T1071.001"), ("T107", "T1047"), ("T0147", "T1047"), ("T1059001", "T1059.001"),
      ("T1509", "T1059"), ("T105", "T1059"), ("T9999", nil), ("", nil), ("T", nil),
      (String(repeating: "1", count: 100_000), nil),
    ] as [(String, String?)])
  func `the id that is one digit away is suggested`(text: String, suggestion: String?) {
    #expect(Reading.resolver.suggestion(for: text) == suggestion)
  }

  /// Every live id with one digit left out, doubled, changed, or two in the other order.
  @Test func `a slip of one digit leads to an id that is as near`() {
    for id in Reading.live {
      for slip in Self.slips(id) {
        let near = Reading.resolver.suggestion(for: slip)
        #expect(near.map { Self.slips($0).union([$0]).contains(slip) } ?? false, "\(id) \(slip)")
      }
    }
  }

  private static func slips(_ id: String) -> Set<String> {
    let letters = Array(id)
    var slips: Set<String> = []
    for index in letters.indices where letters[index].isNumber {
      slips.insert(String(letters[..<index] + letters[(index + 1)...]))
      for digit in "0123456789" {
        slips.insert(String(letters[..<index] + [digit] + letters[(index + 1)...]))
        slips.insert(String(letters[...index] + [digit] + letters[(index + 1)...]))
        slips.insert(String(letters[..<index] + [digit] + letters[index...]))
      }
      if index + 1 < letters.count, letters[index + 1].isNumber {
        var swapped = letters
        swapped.swapAt(index, index + 1)
        slips.insert(String(swapped))
      }
    }
    return slips
  }

  @Test func `an unknown technique is told in words`() throws {
    #expect(
      try unknown("T1071.011").description
        == "`T1071.011` is no technique of this release; did you mean T1071.001?")
    #expect(try unknown("T0834").description == "`T0834` is of a matrix that is not loaded")
    #expect(try unknown("T1064").description == "`T1064` was retired without a successor")
    #expect(try unknown("T1600").description == "`T1600` may be of a newer release")
  }

  @Test func `an attack pattern may have an id of a team's own form`() throws {
    let patterns = try IDPatterns([#"ACME-\d{3}"#])
    var object = StixObject.make("ACME-123", "attack-pattern")
    object.references = [ExternalReference(sourceName: "mitre-attack", externalID: "ACME-123")]
    let bundle = StixBundle(source: "test.json", objects: [object, .make("T1047")])
    let knowledge = Knowledge([bundle], version: "18.1", patterns: patterns)
    let text =
      #"[{"type": "attack-pattern", "id": "attack-pattern--x", "name": "A", "x_mitre_id": "ACME-123"}, {"type": "report", "id": "report--1", "object_refs": ["attack-pattern--x"]}]"#
    let draft = try #require(try ReportFile(Array(text.utf8), name: "a").reports.first)
    let report = TeamReport(draft, ofFile: "a", by: TechniqueResolver(knowledge))
    #expect(report.techniques.map { knowledge.techniques[$0].id.description } == ["ACME-123"])
    #expect(report.remarks.isEmpty)
    let without = TeamReport(draft, ofFile: "a", by: Reading.resolver)
    #expect(without.techniques.isEmpty && without.remarks.count == 1)
  }
}
