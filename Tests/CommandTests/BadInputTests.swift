import Foundation
import Testing

/// Bad input: exit code 1, one message that names the file and what to do, the old site untouched.
struct BadInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let arguments: [String]
    var site: String?
    let errors: String
    var testDescription: String { name }
  }

  private static let advice =
    "  download the release again: one file of ATT&CK as STIX 2.0 or 2.1\n"

  private static let files = [
    "empty.json": "", "page.html": "<!DOCTYPE html><title>x</title>",
    "cut.json": "{\"type\": \"bundle\",\n \"objects\": [{\"type\": \"x",
    "layer.json": "{\"type\": \"layer\"}", "list.json": "[1, 2]",
    "none.json": "{\"type\": \"bundle\", \"objects\": [{\"type\": \"identity\", \"id\": \"i\"}]}",
  ]

  static let cases = [
    Case(
      name: "a missing file", arguments: ["absent.json"],
      errors: "error: `absent.json` does not exist, expected an ATT&CK STIX bundle\n"),
    Case(
      name: "an empty file", arguments: ["empty.json"],
      errors: "error: `empty.json` is empty, expected an ATT&CK STIX bundle\n" + advice),
    Case(
      name: "a page instead of the file", arguments: ["page.html"],
      errors: """
        error: `page.html` is HTML or XML, expected the JSON of an ATT&CK STIX bundle
          download the raw file, not the page that shows it

        """),
    Case(
      name: "a truncated file", arguments: ["cut.json"],
      errors: "error: `cut.json` is not valid JSON: at line 2, column 25 the text ends where JSON "
        + "does not allow it\n" + advice),
    Case(
      name: "another kind of JSON", arguments: ["layer.json"],
      errors: "error: `layer.json` holds `type` is `layer`, expected a STIX bundle "
        + "(`\"type\": \"bundle\"`)\n" + advice),
    Case(
      name: "a JSON list", arguments: ["list.json"],
      errors: "error: `list.json` holds no JSON object, expected a STIX bundle "
        + "(`\"type\": \"bundle\"`)\n" + advice),
    Case(
      name: "a bundle without techniques", arguments: ["none.json"],
      errors: "error: `none.json` is a STIX bundle without techniques: 0 objects, no "
        + "`attack-pattern`\n" + advice),
    Case(
      name: "a folder", arguments: ["Templates"],
      errors: "error: `Templates` is a folder, expected the file of an ATT&CK STIX bundle\n"),
    Case(
      name: "a broken site.yml", arguments: [], site: "title: [a\n",
      errors:
        "error: `Site/site.yml` is not valid YAML: line 2, column 1: did not find expected ',' or ']'\n"
    ),
    Case(
      name: "an unknown key", arguments: [], site: "titel: a\n",
      errors: """
        error: `Site/site.yml`: `titel`: unknown key; did you mean `title`?
          --> site.yml:1

        """),
    Case(
      name: "a value of the wrong type", arguments: [], site: "bundles: [a]\npublic: perhaps\n",
      errors: """
        error: `Site/site.yml`: `public`: expected true or false, found `perhaps`
          --> site.yml:2

        """),
    Case(
      name: "an unknown kind of report", arguments: [],
      site: "reports:\n  leave_out: {manuals: true, befor: 2015}\n",
      errors: """
        error: `Site/site.yml`: `reports.leave_out.befor`: unknown key; did you mean `before`?
          --> site.yml:2

        """),
    Case(
      name: "a size that would leave out nearly all", arguments: [],
      site: "reports:\n  leave_out:\n    techniques_from: 1\n",
      errors: """
        error: `Site/site.yml`: `reports.leave_out.techniques_from`: expected a number of \
        techniques, 2 or more, found `1`
          --> site.yml:3

        """),
    Case(
      name: "a year that is none", arguments: [],
      site: "reports:\n  leave_out:\n    before: soon\n",
      errors: """
        error: `Site/site.yml`: `reports.leave_out.before`: expected a year such as 2015, found \
        `soon`
          --> site.yml:3

        """),
    Case(
      name: "an unknown id in a subset", arguments: [],
      site: """
        bundles: [demo/demo-attack.json]
        subsets:
          - name: mine
            techniques:
              - T1047
              - T9999

        """,
      errors: """
        error: subset `mine` wants technique T9999, which is in none of the bundles
          --> site.yml:6
          mend it, or say `optional: true`

        """),
    Case(
      name: "a subset that is named as a tactic's", arguments: [],
      site: """
        bundles: [demo/demo-attack.json]
        subsets:
          - name: TA0008
            techniques: [T1047, T1105]
          - {name: each, tactic: each}

        """,
      errors: """
        error: a second subset of the name `TA0008`
          --> site.yml:5
          give it another name; one of each tactic has the tactic's id

        """),
    Case(
      name: "a subset that is named as another's second page", arguments: [],
      site: """
        bundles: [demo/demo-attack.json]
        subsets:
          - {name: mine, with_subs: true, techniques: [T1047, T1105]}
          - {name: mine-all, techniques: [T1047, T1105]}

        """,
      errors: """
        error: `Site/site.yml`: `subsets[1]`: a second subset of the name `mine-all`
          --> site.yml:4

        """),
    Case(
      name: "an output folder that is not ours", arguments: ["--output", "Templates"],
      errors:
        "error: `Templates` holds `404.md` but no `data/site.json`, so it is no site that was "
        + "built here; choose an empty or a new folder\n"),
    Case(
      name: "an output folder in a file", arguments: ["--output", "empty.json/site"],
      errors: "error: `empty.json` is not a folder; choose another\n"),
  ]

  @Test(arguments: cases)
  func `it is refused in words, and the old site stays`(example: Case) async throws {
    let bench = try Workbench()
    _ = try await ToolRun("build", in: bench.folder)
    let before = try bench.files(in: "_site")
    for (name, text) in Self.files { try bench.write(text, to: name) }
    if let site = example.site { try bench.write(site, to: "Site/site.yml") }
    let run = try await ToolRun("build", example.arguments, in: bench.folder)
    #expect(run.code == 1 && run.output.isEmpty)
    let errors = run.errors.split(separator: "\n").filter { !$0.hasPrefix("notice:") }
    let text = errors.map { $0 + "\n" }.joined().replacing(bench.folder.path + "/", with: "")
    #expect(text == example.errors)
    #expect(try bench.files(in: "_site") == before)
  }

  @Test func `a tag that nothing fills is named with its line`() async throws {
    let bench = try Workbench()
    try bench.write("# {{title}}\n\n{{nam}}\n", to: "Templates/retired.md")
    try bench.write("# {{title}}\n", to: "Templates/report.md")
    let run = try await ToolRun("build", in: bench.folder)
    let errors = run.errors.split(separator: "\n").filter { !$0.hasPrefix("notice:") }
    #expect(run.code == 1)
    #expect(
      errors == [
        "error: template tag `title` is filled by nothing", "  --> Templates/retired.md:1",
        "  known here: id, isRevoked, name, successor",
      ])
  }

  @Test func `a template that does not parse is named with its line`() async throws {
    let bench = try Workbench()
    try bench.write("# {{id}}\n\n{{#name}}\n", to: "Templates/retired.md")
    let run = try await ToolRun("build", in: bench.folder)
    #expect(run.code == 1 && run.errors.hasPrefix("error: `Templates/retired.md` is no Mustache"))
    #expect(run.errors.contains("line 3: `{{#name}}` is never closed"))
    let deep = String(repeating: "{{#name}}", count: 3000)
    try bench.write(
      "# {{id}}\n\n" + deep + deep.replacing("#", with: "/"), to: "Templates/retired.md")
    let bottomless = try await ToolRun("build", in: bench.folder)
    #expect(
      bottomless.code == 1
        && bottomless.errors.contains("line 3: sections stand in each other 101 deep"))
  }

  @Test func `a layout that would lose the content of every page leaves the site as it was`()
    async throws
  {
    let bench = try Workbench()
    _ = try await ToolRun("build", in: bench.folder)
    let before = try bench.files(in: "_site")
    for (layout, complaint) in [
      ("", "holds `<main` nowhere"),
      ("<main>{{{head}}}</main>", "holds `{{{sections}}}` nowhere"),
      ("<main>{{{head}}}{{{sections}}}{{{head}}}</main>", "holds `{{{head}}}` 2 times"),
      ("<main>{{{head}}}{{{sections}}}</main>{{> foot}}", "partials such as `{{> foot}}`"),
    ] {
      try bench.write(layout, to: "Templates/layout.html")
      let run = try await ToolRun("build", in: bench.folder)
      #expect(run.code == 1 && run.errors.contains(complaint), "\(run.errors)")
    }
    #expect(try bench.files(in: "_site") == before)
  }

  @Test func `templates with the line ends of another system give the same site`() async throws {
    let bench = try Workbench()
    _ = try await ToolRun("build", in: bench.folder)
    let before = try bench.files(in: "_site")
    for name in ["layout.html", "technique.md", "home.md"] {
      let text = try bench.read("Templates/" + name)
      try bench.write(text.replacing("\n", with: "\r\n"), to: "Templates/" + name)
    }
    #expect(try await ToolRun("build", in: bench.folder).code == 0)
    #expect(try bench.files(in: "_site") == before)
  }

  @Test func `an output that is closed or full is an error in words, and notices need no reader`()
    async throws
  {
    let bench = try Workbench()
    let infer = "attack-relations infer --bundle Site/demo/demo-attack.json T1047"
    for output in [">/dev/full", ">&-"] {
      let printed = try await ToolRun.shell("\(infer) \(output); echo $?", in: bench.folder)
      #expect(printed.hasSuffix("1\n") && !printed.contains("Fatal"), "\(printed)")
      #expect(printed.contains("error: the result cannot be written to standard output"))
    }
    for errors in ["2>/dev/full", "2>&-"] {
      let printed = try await ToolRun.shell(
        "attack-relations build --output site\(errors.count) \(errors); echo $?", in: bench.folder)
      #expect(printed.hasPrefix("Built 273 pages") && printed.hasSuffix("\n0\n"), "\(printed)")
    }
  }

  @Test func `a bundle may come through a pipe`() async throws {
    let bench = try Workbench()
    let printed = try await ToolRun.shell(
      "cat Site/demo/demo-attack.json | attack-relations build /dev/stdin 2>/dev/null",
      in: bench.folder)
    #expect(printed.hasPrefix("Built 273 pages"), "\(printed)")
  }

  @Test
  func `a key of site.yml that stands twice is named with its lines, a wrong release as it is`()
    async throws
  {
    let bench = try Workbench()
    try bench.write("title: a\n\n# again\ntitle: b\n", to: "Site/site.yml")
    let run = try await ToolRun("build", in: bench.folder)
    #expect(run.code == 1 && run.errors.contains("the key `title` stands twice, in lines 1 and 4"))
    let infer = ["--bundle", "Site/demo/demo-attack.json", "--release", "1.0\nx", "T1047"]
    let other = try await ToolRun("infer", infer, in: bench.folder)
    #expect(other.code == 1 && other.errors.contains("expected a release such as 2.0"))
  }

  @Test func `wrong usage is 64`() async throws {
    let bench = try Workbench()
    let run = try await ToolRun("build", ["--no-such"], in: bench.folder)
    #expect(
      run.code == 64 && run.errors.hasPrefix("error: Unknown option '--no-such'"), "\(run.errors)")
    #expect(try await ToolRun("layer", ["T1047"], in: bench.folder).code == 64)
  }
}
