import Foundation
import Testing

struct ImportAbilitiesTests {
  private let bench: Workbench

  init() throws {
    bench = try Workbench(holding: [])
    try bench.write(
      "- {id: a, name: Find, technique_id: T1018, executors: [{platform: linux, command: secret, "
        + "parsers: [{module: m, parserconfigs: [{source: remote.host.fqdn}]}]}]}",
      to: "all/discovery/a.yml")
    try bench.write(
      "- id: b\n  name: Go\n  technique: {attack_id: T1047}\n"
        + "  platforms: {windows: {psh: {command: 'secret #{remote.host.fqdn}'}}}\n",
      to: "all/b.yml")
  }

  private static let expected = """
    version: 1
    facts:
      remote.host.fqdn: "names of other hosts"
    procedures:
      - technique: T1018
        name: "Find"
        platforms: [Linux]
        gives: [remote.host.fqdn]
        source: "CALDERA ability a"
      - technique: T1047
        name: "Go"
        platforms: [Windows]
        needs: [remote.host.fqdn]
        source: "CALDERA ability b"

    """

  private func run(_ arguments: String...) async throws -> ToolRun {
    try await ToolRun("import-abilities", arguments, in: bench.folder)
  }

  @Test func `abilities of folders and files become one file of capabilities`() async throws {
    let whole = try await run("all")
    #expect(whole.code == 0 && whole.output == Self.expected && whole.errors.isEmpty)
    let parts = try await run("all/b.yml", "all/discovery", "--output", "out.yml")
    #expect(parts.code == 0 && parts.output.isEmpty && parts.errors.isEmpty)
    #expect(try bench.read("out.yml") == Self.expected)
  }

  @Test func `what in a folder is no ability is a notice, and an error where it was named`()
    async throws
  {
    try bench.write("a: [", to: "all/broken.yml")
    try bench.write(
      "- {id: c, name: No technique}\n- {id: d, technique_id: T1001}\n", to: "all/c.yml")
    let whole = try await run("all")
    #expect(whole.code == 0 && whole.output.contains("ability d"))
    #expect(
      whole.errors.contains(
        "files in folders of capabilities that could not be read: 1 (`all/broken.yml`")
        && whole.errors.contains("`all/c.yml:1:3`: “No technique” is no ability"))
    let named = try await run("all/broken.yml")
    #expect(named.code == 1 && named.output.isEmpty)
    #expect(named.errors.hasPrefix("error: `all/broken.yml` cannot be used, at line "))
  }

  @Test func `capabilities are no abilities, and nothing is written over abilities`() async throws {
    try bench.write(Self.expected, to: "own.yml")
    let own = try await run("own.yml")
    #expect(own.code == 1 && own.errors.contains("is a file of capabilities already"))
    let over = try await run("all", "--output", "all/b.yml")
    #expect(over.code == 1 && over.errors.contains("is one of the abilities, and stays as it is"))
    let none = try await run("absent")
    #expect(none.code == 1 && none.errors.contains("`absent` does not exist"))
    try bench.write("x: 1", to: "empty/x.yml")
    let empty = try await run("empty")
    #expect(empty.code == 1 && empty.errors.contains("there are no abilities of CALDERA"))
  }
}
