import Attack
import Corpora
import Foundation
import TestSupport
import Testing

struct CalderaReaderTests {
  /// `one` is of T1566, `two` of T1047, `three` of T1041, `dead` of T1064.
  private static let resolver: TechniqueResolver = {
    let techniques = [
      ("one", "T1566"), ("two", "T1047"), ("three", "T1041"), ("dead", "T1064"),
    ]
    let abilities = try? CapabilityText.abilities(
      techniques.map { "- {id: \($0), technique_id: \($1)}\n" }.joined())
    return TechniqueResolver(Reading.knowledge, abilities: AbilityIndex(abilities ?? []))
  }()

  private static func adversary(_ abilities: String...) -> String {
    "---\nid: AB-1\nname: Super Spy\natomic_ordering:\n"
      + abilities.map { "  - \($0) # a comment\n" }.joined()
  }

  @Test func `abilities run in their order`() throws {
    let read = try Reading(
      Self.adversary("one", "two", "two", "' THREE '", "{ability_id: two}"), by: Self.resolver)
    #expect(read.file.format == .caldera && read.heads == ["Super Spy"] && read.orders == [.run])
    #expect(read.pairs == [["T1041>T1047", "T1047>T1041", "T1566>T1047"]] && read.remarks.isEmpty)
    #expect(read.reports[0].key.text == "own:ab-1" && read.reports[0].shownID == "AB-1")
  }

  @Test(arguments: ["four", "dead", "null", "[]"])
  func `an ability that is not known breaks the chain, and so does a dead technique`(
    ability: String
  ) throws {
    let read = try Reading(Self.adversary("one", ability, "two"), by: Self.resolver)
    #expect(read.pairs == [[]] && read.techniques == [["T1047", "T1566"]])
    let said = read.remarks + read.unknown
    #expect(said.count == 1)
  }

  @Test func `an ability that is not known is said with its place`() throws {
    let read = try Reading(Self.adversary("one", "four"))
    #expect(
      read.remarks == [
        "5:5 `one` is none of the abilities that were given",
        "6:5 `four` is none of the abilities that were given",
      ])
  }

  @Test func `an adversary may have its id under another name`() throws {
    let read = try Reading(
      "adversary_id: X\nname: N\natomic_ordering: [one, two]\ntags: []\n", by: Self.resolver)
    #expect(read.reports[0].shownID == "X" && read.pairs == [["T1566>T1047"]])
  }

  @Test func `an ability that names the key is no adversary`() {
    let error = #expect(throws: ReportError.self) {
      try Reading("- id: 1\n  description: for atomic_ordering\n  technique_id: T1047\n")
    }
    #expect(
      error?.words
        == "is of no format that is known: it is YAML with the keys `id`, `description`, `technique_id`"
    )
  }
}

/// Real adversaries, against answers worked out by a script of its own.
@Suite(.enabled(if: SharedFiles.areHere))
struct SharedAdversariesTests {
  private struct Answer: Decodable {
    let reports: [Expected]

    struct Expected: Decodable {
      let title: String
      let pairs: [[String]]
      let techniques: [String]
    }
  }

  /// The abilities of the folder beside the project.
  private static func abilities() throws -> AbilityIndex {
    var abilities: [Ability] = []
    for folder in try SharedFiles.files("abilities") {
      for file in try SharedFiles.files(folder) where file.hasSuffix(".yml") {
        abilities += try CapabilityText.abilities(
          String(decoding: SharedFiles.bytes(file), as: UTF8.self))
      }
    }
    return AbilityIndex(abilities)
  }

  @Test func `adversaries give the answers of their script`() throws {
    let abilities = try Self.abilities()
    #expect(abilities.count == 209)
    let knowledge = try RealReleases.knowledge("enterprise-attack-18.1")
    let resolver = TechniqueResolver(knowledge, abilities: abilities)
    let answers = try JSONDecoder().decode(
      [String: Answer].self, from: Data(SharedFiles.bytes("own/order-caldera/expected.json")))
    #expect(answers.count == 2)
    let id = { (index: Index<Technique>) in knowledge.techniques[index].id.description }
    for (name, answer) in answers {
      let file = try ReportFile(SharedFiles.bytes("own/order-caldera/\(name)"), name: name)
      let reports = file.reports.map { TeamReport($0, ofFile: name, by: resolver) }
      #expect(reports.map(\.title) == answer.reports.map(\.title))
      #expect(reports.map { $0.techniques.map(id) } == answer.reports.map(\.techniques))
      #expect(
        reports.map { $0.pairs.map { [id($0.before), id($0.after)] } }
          == answer.reports.map(\.pairs)
      )
      #expect(reports.allSatisfy { $0.remarks.isEmpty && $0.unknown.isEmpty })
    }
  }
}
