import Foundation
import Testing

/// Order, and what techniques need and give, from files to pages and answers.
struct OrderTests {
  private static let bundle = "Site/demo/demo-attack.json"

  /// A flow of STIX: phishing, then a command, then WMI, or the registry where that failed.
  private static func flow(_ name: String, _ url: String) -> String {
    let actions = [("a", "T1566.001"), ("b", "T1059.001"), ("c", "T1047"), ("d", "T1547.001")].map {
      id, technique in
      let next = [
        "a": #","effect_refs":["attack-action--b"]"#,
        "b": #","effect_refs":["attack-condition--e"]"#,
      ]
      return
        #"{"type":"attack-action","id":"attack-action--\#(id)","name":"Wombat host","technique_id":"\#(technique)"\#(next[id] ?? "")}"#
    }
    return #"""
      {"type":"bundle","objects":[{"type":"attack-flow","id":"attack-flow--\#(name)","name":"\#(name)","scope":"incident",
      "created":"2025-02-03T00:00:00Z","start_refs":["attack-action--a"],
      "external_references":[{"source_name":"r","url":"\#(url)"}]},
      {"type":"attack-condition","id":"attack-condition--e","on_true_refs":["attack-action--c"],
      "on_false_refs":["attack-action--d"]},\#(actions.joined(separator: ","))]}
      """#
  }

  private func bench() throws -> Workbench {
    let bench = try Workbench()
    try bench.write(Self.flow("Zebra flow", "https://flows.example.org/1"), to: "flows/one.json")
    try bench.write(Self.flow("Quagga flow", "https://flows.example.org/2"), to: "flows/two.json")
    try bench.write(
      Self.flow("Copy of it", "https://flows.example.org/2#x"), to: "flows/three.json")
    try bench.write(
      """
      version: 1
      facts: {okapi.badge: "an okapi’s badge"}
      procedures:
        - {technique: T1047, name: "ask the okapi", needs: [okapi.badge], reason: "Okapis know."}
        - {technique: T1082, name: "look at the okapi", gives: [okapi.badge, windows.admin]}

      """, to: "okapi.yml")
    return bench
  }

  private func build(_ bench: Workbench, _ arguments: [String]) async throws -> ToolRun {
    try await ToolRun("build", [Self.bundle] + arguments, in: bench.folder)
  }

  private func expectNone(of words: [String], in bench: Workbench) throws {
    for (path, bytes) in try bench.files(in: "_site") {
      for word in words { #expect(!bytes.contains(word), "\(path) has \(word)") }
    }
  }

  @Test func `flows say what came before, with independent sources and failed branches`()
    async throws
  {
    let bench = try bench()
    let run = try await build(bench, ["--flows", "flows"])
    #expect(run.code == 0, "\(run.errors)")
    let rows = try bench.read("_site/data/order.csv").split(separator: "\n").map(String.init)
    #expect(rows.count == 4, "\(rows)")
    #expect(rows[1].hasPrefix("T1059.001,T1047,drawn,2,public flows,false,0,flows-example-org-1-"))
    #expect(rows[2].hasPrefix("T1059.001,T1547.001,drawn,2,public flows,true,0,"))
    #expect(rows[3].hasPrefix("T1566.001,T1059.001,drawn,2,public flows,false,0,"))
    let page = try bench.read("_site/techniques/T1059.001.html")
    #expect(page.contains("What came before T1059.001") && page.contains("Zebra flow"))
    #expect(page.contains("only where a step failed"))
    let index = try bench.read("_site/order/index.html")
    #expect(index.contains("3 pairs") && index.contains("3 sources") && index.contains("<svg"))
    let flow = try #require(
      try bench.files(in: "_site/order").first { $0.key.hasPrefix("flows-example-org-1-") }?.value)
    let drawn = String(decoding: flow, as: UTF8.self)
    #expect(drawn.contains("4 actions") && drawn.contains("3 pairs") && drawn.contains("<svg"))
    try expectNone(of: ["Wombat"], in: bench)
    // Flows are in no count.
    #expect(run.output.contains("from 91 reports"))
  }

  @Test(arguments: [
    ("5e57c739-391a-4eb3-b6be-7d15ca92d5ed", "TLP:RED"),
    ("f88d31f6-486f-44da-b317-01333bde0b82", "TLP:AMBER"),
  ])
  func `a flow that not everybody may see is none of the public ones`(id: String, title: String)
    async throws
  {
    let bench = try bench()
    let flow = Self.flow("Zebra flow", "https://flows.example.org/1")
    try bench.write(
      flow.replacing(
        #""scope":"incident","#,
        with: #""scope":"incident","object_marking_refs":["marking-definition--\#(id)"],"#),
      to: "flow.json")
    let run = try await build(bench, ["--flows", "flow.json"])
    #expect(run.code == 1)
    #expect(
      run.errors
        == "error: “Zebra flow” in `flow.json` is \(title), but --flows takes public flows alone\n"
        + "  name it with --reports, so that it stays inside\n")
  }

  @Test func `a technique with many neighbours names the first, and where the others are`()
    async throws
  {
    let bench = try bench()
    let after = ["T1003", "T1005", "T1016", "T1018", "T1021", "T1027", "T1033", "T1036"]
    let actions = after.map {
      #"{"type":"attack-action","id":"attack-action--\#($0)","technique_id":"\#($0)"}"#
    }
    let next = after.map { "\"attack-action--\($0)\"" }.joined(separator: ",")
    try bench.write(
      #"""
      {"type":"bundle","objects":[{"type":"attack-flow","id":"attack-flow--1","name":"A fan"},
      {"type":"attack-action","id":"attack-action--1","technique_id":"T1047","effect_refs":[\#(next)]},
      \#(actions.joined(separator: ","))]}
      """#, to: "fan.json")
    let run = try await build(bench, ["--flows", "fan.json"])
    #expect(run.code == 0, "\(run.errors)")
    let page = try bench.read("_site/techniques/T1047.html")
    #expect(page.contains("8 of them with this technique"))
    #expect(page.components(separatedBy: "A fan").count == 7)
  }

  @Test func `what techniques need and give stands on their pages, ours marked`() async throws {
    let bench = try bench()
    let run = try await build(bench, ["--capabilities", "okapi.yml"])
    #expect(run.code == 0, "\(run.errors)")
    let page = try bench.read("_site/techniques/T1047.html")
    #expect(page.contains("an okapi’s badge") && page.contains("T1082"))
    #expect(page.contains("◆ ours"))
    #expect(try bench.read("_site/needs.html").contains("ask the okapi"))
    let rows = try bench.read("_site/data/enables.csv").split(separator: "\n")
    let row = try #require(rows.first { $0.hasPrefix("T1082,T1047,okapi.badge,") })
    #expect(row == "T1082,T1047,okapi.badge,1,1,1,1,3,2,an okapi’s badge")
    let method = try bench.read("_site/method.html")
    #expect(method.contains("one gives what the other needs"))
  }

  @Test func `with --public neither capabilities nor own flows leave a trace`() async throws {
    let bench = try bench()
    let own = try await build(
      bench, ["--public", "--reports", "flows", "--capabilities", "okapi.yml"])
    let other = try await build(bench, ["--public", "--output", "other"])
    #expect(own.code == 0 && other.code == 0, "\(own.errors)\(other.errors)")
    #expect(try bench.files(in: "_site") == bench.files(in: "other"))
    try expectNone(of: ["okapi", "Zebra"], in: bench)
  }

  @Test func `own flows are reports and order, marked; site.yml lists paths from its folder`()
    async throws
  {
    let bench = try bench()
    try bench.write(
      bench.read("Site/site.yml") + "\nflows: [../flows/one.json]\ncapabilities: [../okapi.yml]\n",
      to: "Site/site.yml")
    let run = try await build(bench, ["--reports", "flows/two.json"])
    #expect(run.code == 0, "\(run.errors)")
    let rows = try bench.read("_site/data/order.csv").split(separator: "\n")
    #expect(rows[1].hasPrefix("T1059.001,T1047,drawn,2,\"public flows, ours\",false,1,"))
    #expect(run.output.contains("from 92 reports"))
    let page = try bench.read("_site/techniques/T1047.html")
    #expect(page.contains("1 of 2 ours") && page.contains("an okapi’s badge"))
    #expect(try bench.read("_site/order/index.html").contains("INTERNAL"))
  }

  @Test func `infer says what may have come before, and how it may have begun`() async throws {
    let bench = try bench()
    let common = ["--bundle", Self.bundle, "--flows", "flows", "--capabilities", "okapi.yml", "--"]
    let text = try await ToolRun("infer", common + ["T1047"], in: bench.folder)
    #expect(text.code == 0, "\(text.errors)")
    #expect(text.output.contains("T1566.001 → T1059.001 → T1047"))
    #expect(text.output.contains("may have come before: drawn before T1047 (2 flows)"))
    let json = try await ToolRun(
      "infer", ["--format", "json"] + common + ["T1047"], in: bench.folder)
    #expect(json.output.contains(#""chains":[{"direction":"backward""#))
    #expect(json.output.contains(#""part":{"place":"before","basis":"drawn"}"#))
    let plan = try await ToolRun(
      "infer", ["--format", "markdown", "--top", "40"] + common + ["T1047"], in: bench.folder)
    #expect(plan.output.contains("## May have come before"))
    #expect(plan.output.contains("## How it may have begun and ended"))
    let wrong = try await ToolRun(
      "infer", ["--model", "m.json", "--flows", "flows", "--", "T1047"], in: bench.folder)
    #expect(
      wrong.code == 64 && wrong.errors.contains("--flows and --capabilities belong to --bundle"))
  }

  @Test func `a file that cannot be read is an error if it was named, and a notice in a folder`()
    async throws
  {
    let bench = try bench()
    try bench.write("not a flow", to: "flows/bad.txt")
    try bench.write("version: 2\nprocedures: []\n", to: "bad.yml")
    let run = try await build(bench, ["--flows", "flows"])
    #expect(run.code == 0 && run.errors.contains("`bad.txt`"), "\(run.errors)")
    let named = try await build(bench, ["--flows", "flows/bad.txt"])
    #expect(named.code == 1 && named.errors.contains("bad.txt"))
    let wrong = try await build(bench, ["--capabilities", "bad.yml"])
    #expect(wrong.code == 1 && wrong.errors.contains("expected `version: 1`"), "\(wrong.errors)")
  }
}
