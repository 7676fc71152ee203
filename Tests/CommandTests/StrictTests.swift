import Foundation
import Testing

@testable import attack_relations

/// `build --strict`: what ends it, and what does not.
struct StrictTests {
  private let bench: Workbench
  private let bundle = TinyBundle(reports: [["T1001", "T1002"], ["T1001", "T1002", "T1003"]])

  init() throws {
    bench = try Workbench()
    try bench.write(bundle.json, to: "tiny.json")
    try bench.makeFolder("Site/notes")
  }

  private func build(_ arguments: String...) async throws -> ToolRun {
    try await ToolRun("build", arguments, in: bench.folder)
  }

  @Test func `oddities of MITRE's own and optional subsets pass; with =all they do not`()
    async throws
  {
    let reference = "[{\"source_name\": \"r0\", \"url\": \"https://example.org/r0\"}]"
    try bench.write(bundle.json.replacing(reference, with: "[]"), to: "tiny.json")
    let run = try await build("--strict", "tiny.json")
    #expect(
      run.code == 0 && run.errors.contains("uses of a technique for which ATT&CK names no report"))
    let all = try await build("tiny.json", "--strict=all")
    #expect(all.code == 1 && all.output.isEmpty)
    #expect(
      all.errors.contains("error: --strict=all: 3 kinds of notice: uncitedUse (2), "),
      "\(all.errors)")
    let names = ["uncitedUse", "absentFromSubset", "emptySubset"]
    let allowed = names.flatMap { ["--allow", $0] }
    let passed = try await ToolRun(
      "build", ["tiny.json", "--strict=all"] + allowed, in: bench.folder)
    #expect(passed.code == 0, "\(passed.errors)")
  }

  @Test func `without a site to replace, what MITRE does not give ends it, and says what to do`()
    async throws
  {
    let run = try await build("--strict")
    #expect(run.code == 1 && run.output.isEmpty)
    #expect(
      run.errors == """
        notice: 7 kinds, made so in the demo on purpose
        error: --strict: 3 kinds of notice that ATT&CK's own releases do not give: unreadableObject \
        (1), duplicateObject (4) and danglingReference (5); nothing was written
          mend what the notices name, or let them pass with --allow unreadableObject \
        --allow duplicateObject --allow danglingReference

        """)
    #expect(try bench.files(in: ".").keys.allSatisfy { !$0.hasPrefix("_site") })
  }

  @Test func `a kind that the site to be replaced has passes, a new one does not`() async throws {
    #expect(try await build("tiny.json", "--strict").code == 0)
    let before = try bench.files(in: "_site")
    try bench.write("On nothing.\n", to: "Site/notes/T9999.md")
    let run = try await build("tiny.json", "--strict")
    #expect(run.code == 1)
    #expect(
      run.errors.contains(
        """
        error: --strict: 1 kind of notice that the site to be replaced did not have: \
        noteOnNothing (1); nothing was written
          mend what the notices name, or let them pass with --allow noteOnNothing

        """))
    #expect(try bench.files(in: "_site") == before)
    #expect(try await build("tiny.json", "--strict", "--allow", "noteOnNothing").code == 0)
    #expect(
      try bench.read("_site/data/notices.json").contains("{\"kind\":\"noteOnNothing\",\"count\":1}")
    )
    #expect(try await build("tiny.json", "--strict").code == 0)
    try bench.write("{", to: "_site/data/notices.json")
    #expect(try await build("tiny.json", "--strict").code == 1)
  }

  @Test func `an unknown kind is an error with those that are known`() async throws {
    let run = try await build("tiny.json", "--allow", "uncitedUses")
    #expect(run.code == 64)
    #expect(
      run.errors.hasPrefix(
        """
        error: --allow: `uncitedUses` is not a kind of notice; did you mean `uncitedUse`?
        Kinds: unreadableObject, duplicateObject, 
        """))
  }

  @Test func `every kind that a build can give is known`() throws {
    let sources = Workbench.project.appending(path: "Sources")
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
      .filter { $0.contains("Notice+") && $0.hasSuffix(".swift") }
    let declared = try files.flatMap { file in
      try String(contentsOf: sources.appending(path: file), encoding: .utf8)
        .matches(of: /Self\(\s*"(\w+)", rank: [123]\d\d/).map { String($0.output.1) }
    }
    #expect(declared.count > 15)
    #expect(Set(Strictness.kinds) == Set(declared))
  }

  @Test func `--strict alone never swallows what follows it`() {
    let given = { (words: [String]) in AttackRelations.arguments(words) }
    #expect(given(["build", "--strict", "a.json"]) == ["build", "--strict=new", "a.json"])
    #expect(given(["build", "--strict"]) == ["build", "--strict=new"])
    #expect(given(["build", "--strict", "all"]) == ["build", "--strict", "all"])
    #expect(given(["build", "--", "--strict"]) == ["build", "--", "--strict"])
  }
}
