import Corpora
import Testing

struct PlanReaderTests {
  private static let details = """
    - emulation_plan_details:
        id: 123700E5
        adversary_name: FIN6
        attack_version: 7.2

    """

  private static func step(_ id: String) -> String {
    """
    - id: 1
      technique:
        attack_id: \(id)
        name: T1003
      cti_source: https://x.org/T1003
      platforms: {windows: {psh: {command: T1003}}}

    """
  }

  @Test func `steps run in the order of the list`() throws {
    let read = try Reading(
      Self.details + ["T1566", "' T1047 '", "T1041", "T1047"].map(Self.step).joined())
    #expect(read.file.format == .plan && read.heads == ["FIN6"] && read.orders == [.run])
    #expect(read.pairs == [["T1041>T1047", "T1047>T1041", "T1566>T1047"]] && read.remarks.isEmpty)
    #expect(read.reports[0].shownID == "123700E5" && read.reports[0].key.text == "own:123700e5")
    #expect(read.reports[0].addresses.isEmpty)
  }

  @Test(arguments: ["x", "X", "", "null", "~", "[T1059]"])
  func `a step without a technique breaks the chain`(id: String) throws {
    let read = try Reading(Self.details + ["T1566", id, "T1047"].map(Self.step).joined())
    #expect(read.pairs == [[]] && read.techniques == [["T1047", "T1566"]])
    #expect(read.remarks == ["1 step without a technique, where the order is broken"])
  }

  @Test func `what is no technique has its place`() throws {
    let read = try Reading(Self.details + ["T1566", "T9999", "T1047"].map(Self.step).joined())
    #expect(read.unknown == ["13:16 T9999"] && read.pairs == [[]])
  }

  @Test func `a list of abilities is no plan`() throws {
    let error = #expect(throws: ReportError.self) { try Reading(Self.step("T1047")) }
    #expect(
      error?.words.hasPrefix("is of no format that is known: it is text that begins") ?? false)
    let asked = #expect(throws: ReportError.self) { try Reading(Self.step("T1047"), as: .plan) }
    #expect(asked?.words.hasPrefix("is no emulation plan: expected a list of YAML") ?? false)
  }

  @Test func `a plan that is no YAML has a place, and so has a key that is there twice`() {
    let broken = #expect(throws: ReportError.self) { try Reading(Self.details + "\t- x") }
    #expect(broken?.words.hasPrefix("cannot be used, at line 5, column 1: no YAML: ") ?? false)
    let twice = #expect(throws: ReportError.self) {
      try Reading("- emulation_plan_details: 1\n- technique: 1\n  id: 2\n  id: 3\n")
    }
    #expect(twice?.words == "cannot be used, at line 3, column 3: the key `id` stands twice")
  }

  @Test func `several documents of YAML are one plan`() throws {
    let read = try Reading(
      "---\n" + Self.details + Self.step("T1566") + "---\n" + Self.step("T1047") + "...\n")
    #expect(read.pairs == [["T1566>T1047"]])
  }

  @Test func `aliases do not explode`() throws {
    let few = try Reading(
      Self.details + "- &a\n  technique: &t {attack_id: T1566}\n- technique: {attack_id: T1047}\n"
        + "- *a\n- {technique: *t}\n")
    #expect(few.pairs == [["T1047>T1566", "T1566>T1047"]])
    let levels = (1..<40).map { "- &l\($0) [*l\($0 - 1), *l\($0 - 1)]\n" }
    let error = #expect(throws: ReportError.self) {
      try Reading(Self.details + "- &l0 [x, x]\n" + levels.joined() + "- ? *l39\n  : x\n")
    }
    #expect(
      error?.words == "cannot be used: its YAML has more than 12 aliases (`*name`); write them out")
  }

  @Test func `stars and ampersands of commands are no aliases`() throws {
    let command = String(repeating: "copy *.txt & del *x && y=&z; ", count: 100)
    let read = try Reading(
      Self.details + Self.step("T1566") + "  command: \"\(command)\"\n" + Self.step("T1047"))
    #expect(read.pairs == [["T1566>T1047"]])
  }

  @Test func `deep nesting ends, and aliases do not make it deeper`() throws {
    func text(depth: Int, aliases: Int) -> String {
      let (open, close) = (
        String(repeating: "[", count: depth), String(repeating: "]", count: depth)
      )
      let chain = (0..<aliases).map { "- &l\($0 + 1) \(open)*l\($0)\(close)\n" }
      return Self.details + "- &l0 \(open)\(close)\n" + chain.joined() + Self.step("T1566")
    }
    #expect(try Reading(text(depth: 990, aliases: 0)).techniques == [["T1566"]])
    #expect(try Reading(text(depth: 400, aliases: 1)).techniques == [["T1566"]])
    for aliases in [1, 11] {
      let error = #expect(throws: ReportError.self) {
        try Reading(text(depth: 990, aliases: aliases))
      }
      #expect(error?.words.contains("500,000 values in 1,000 levels, with all aliases") == true)
    }
    let error = #expect(throws: ReportError.self) { try Reading(text(depth: 100_000, aliases: 0)) }
    #expect(error?.words.contains("no YAML: ") == true)
  }
}
