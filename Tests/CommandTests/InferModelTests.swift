import Foundation
import Testing

struct InferModelTests {
  private let bench: Workbench

  init() async throws {
    bench = try Workbench()
    let run = try await ToolRun(
      "model", ["Site/demo/demo-attack.json", "--output", "model.json"], in: bench.folder)
    #expect(run.code == 0 && run.output.isEmpty)
  }

  private func infer(_ arguments: [String]) async throws -> ToolRun {
    try await ToolRun("infer", arguments, in: bench.folder, environment: ["COLUMNS": "80"])
  }

  @Test(arguments: [
    ["T1047"], ["T1047", "T1059.001", "--order", "likely", "--top", "300"],
    ["T1047", "T1086", "T9999", "--not", "T1105", "--format", "json", "--top", "300"],
    ["T1047", "--format", "json", "--reports", "1000", "--have", "WinEventLog:Security"],
    ["T1047", "--format", "markdown", "--have", "wineventlog:security"],
    ["T1583", "--format", "markdown"], ["T1047", "--format", "layer"],
  ])
  func `the answer is that of the bundle`(arguments: [String]) async throws {
    let own = try await infer(["--model", "model.json"] + arguments)
    let other = try await infer(["--bundle", "Site/demo/demo-attack.json"] + arguments)
    #expect(own.code == 0 && !own.output.isEmpty)
    #expect(own.output == other.output)
  }

  @Test func `it is written the same each time, whole or not at all`() async throws {
    let written = try bench.read("model.json")
    let again = try await ToolRun(
      "model", ["Site/demo/demo-attack.json", "--output", "-"], in: bench.folder)
    #expect(again.output == written)
    let none = try await ToolRun(
      "model", ["Site/demo/demo-attack.json", "--output", "absent/model.json"], in: bench.folder)
    #expect(none.code == 1 && none.errors.contains("absent/model.json"))
    try bench.write("{}", to: "own.json")
    try FileManager.default.createSymbolicLink(
      at: bench.folder.appending(path: "link"),
      withDestinationURL: bench.folder.appending(path: "own.json"))
    let linked = try await ToolRun(
      "model", ["Site/demo/demo-attack.json", "--output", "link"], in: bench.folder)
    #expect(try linked.code == 0 && bench.read("own.json") == written)
    for (bundle, output) in [("own.json", "link"), ("Site/demo/demo-attack.json", ".")] {
      let run = try await ToolRun("model", [bundle, "--output", output], in: bench.folder)
      #expect(run.code == 1 && run.errors.contains("and stays as it is"))
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.folder.path)
        .filter { $0.hasPrefix("model") } == ["model.json"])
  }

  @Test func `each line of standard input gets a line, as if it were asked alone`() async throws {
    try bench.write(
      """
      T1047 t1059/001
      ["T1047", "T1059.001"]

      {"seen": ["T1047"], "not": ["T1105"]}
      T1O47
      {"seen": "T1047"}
      {"seen": []}
      ["T1047"

      """, to: "sets.txt")
    let run = try await ToolRun.shell(
      "attack-relations infer --model model.json --jsonl --top 3 < sets.txt", in: bench.folder)
    let lines = run.split(separator: "\n").map(String.init)
    let json = ["--model", "model.json", "--format", "json", "--top", "3"]
    let both = try await infer(json + ["T1047", "T1059.001"]).output
    let absent = try await infer(json + ["T1047", "--not", "T1105"]).output
    #expect(lines[0] + "\n" == both && lines[1] + "\n" == both && lines[2] + "\n" == absent)
    #expect(lines[3].contains(#""error":"`T1O47` is not the id of a technique; expected ids"#))
    #expect(lines[4].contains("no question: `seen` is not a list; expected ids"))
    #expect(lines[5].contains("no question: nothing is named as seen"))
    #expect(lines[6].contains("no question: it is not valid JSON"))
    #expect(lines.dropFirst(7) == ["error: 4 of 7 lines had no answer; their `error` says why"])
  }

  @Test(arguments: [
    ("", "is not valid JSON"), ("[1]", "is no model, expected a file that `model` wrote"),
    (#"{"type": "bundle", "objects": []}"#, "is no model"),
    (#"{"schema": 9, "calibration": []}"#, "has the schema 9, expected 1"),
    (
      #"{"schema": 1, "calibration": []}"#,
      "is an incomplete model: `releases` is not a list of some"
    ),
    (
      #"{"schema": 1, "releases": [{"domain": "ics-attack"}], "source_kind": "x", "techniques": [{"id": "T1"}]}"#,
      "`techniques[0].id` is not an id such as T1059.001"
    ),
  ])
  func `what is no model is told, with what to do`(text: String, error: String) async throws {
    try bench.write(text, to: "other.json")
    let run = try await infer(["--model", "other.json", "T1047"])
    #expect(run.code == 1 && run.output.isEmpty)
    #expect(run.errors.contains("error: `other.json` ") && run.errors.contains(error))
    #expect(run.errors.split(separator: "\n").count == 2)
  }

  @Test func `damage of any kind is an error or harmless`() async throws {
    let model = try bench.read("model.json")
    let changes = [
      (#""profile":["#, #""profile":[9,"#), (#""cluster":0"#, #""cluster":"0""#),
      (#""techniques":["T1"#, #""techniques":["T9"#), (#""url":"https"#, #""url":"javascript"#),
      (#""shown":0."#, #""shown":7."#), (#""id":"T1"#, #""id":"T9"#),
      (#""evidence":1"#, #""evidence":2"#), (#""knots":"#, #""knot":"#),
      (#""version":"1.0""#, #""version":"<b>""#), (#""published":"2"#, #""published":"x"#),
    ]
    for (old, new) in changes {
      let range = try #require(model.range(of: old))
      try bench.write(model.replacingCharacters(in: range, with: new), to: "model.json")
      let run = try await infer(["--model", "model.json", "T1047"])
      #expect(run.code == 1 && run.errors.contains("is an incomplete model: `"), "\(old)")
    }
  }

  @Test(arguments: [
    (["T1047"], "either --bundle FILE or --model FILE"),
    (["--model", "model.json", "--bundle", "x.json", "T1047"], "either --bundle FILE or"),
    (["--model", "model.json", "--release", "2.0", "T1047"], "--release belongs to --bundle"),
    (["--model", "model.json"], "infer wants the ids of techniques"),
    (["--model", "model.json", "--jsonl", "T1047"], "--jsonl reads ids from standard input"),
  ])
  func `wrong usage is told`(arguments: [String], error: String) async throws {
    let run = try await infer(arguments)
    #expect(run.code == 64 && run.errors.contains(error))
  }

  @Test func `a layer has the chance of each suggestion`() async throws {
    let run = try await infer(
      ["--model", "model.json", "--format", "layer", "--top", "2", "T1047", "T1059.001"])
    #expect(run.output.hasPrefix(#"{"name":"After T1047, T1059.001","versions":{"navigator":"#))
    #expect(
      run.output.contains(
        #"{"techniqueID":"T1059.003","score":40,"metadata":[{"name":"chance","value":"40.27 %, 1.6× the usual; 7 of 10 reports"#
      ))
    #expect(run.output.components(separatedBy: "techniqueID").count == 3)
  }
}
