import Foundation
import Testing

struct LayerTests {
  @Test(arguments: ["T1047", "G9001", "S9001", "C9001"])
  func `it prints what the site has as a file`(id: String) async throws {
    let bench = try Workbench()
    _ = try await ToolRun("build", in: bench.folder)
    let run = try await ToolRun(
      "layer", ["--bundle", "Site/demo/demo-attack.json", id], in: bench.folder)
    #expect(run.code == 0)
    #expect(try run.output == bench.read("_site/layers/\(id).json") + "\n")
  }

  @Test func `where no report cites it none is hidden; a bare use has no score`() async throws {
    let bench = try Workbench()
    let bundle = ["--bundle", "Site/demo/demo-attack.json"]
    let uncited = try await ToolRun("layer", bundle + ["t1593"], in: bench.folder).output
    #expect(uncited.contains("\"techniques\":[],"))
    #expect(!uncited.contains("\"score\""))
    _ = try await ToolRun("build", in: bench.folder)
    let layers = try bench.files(in: "_site/layers").values.map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(!layers.contains { $0.contains("\"score\":0") })
    #expect(layers.contains { $0.contains("\"value\":\"listed, without a report\"") })
  }

  @Test func `several techniques have what is reported with all of them`() async throws {
    let bench = try Workbench()
    let bundle = ["--bundle", "Site/demo/demo-attack.json"]
    let both = try await ToolRun("layer", bundle + ["T1047", "t1059.001"], in: bench.folder).output
    #expect(both.hasPrefix(#"{"name":"Reported with T1047 and T1059.001","#))
    #expect(both.contains("Percent of the 10 reports citing all of T1047 and T1059.001 that"))
    #expect(
      both.contains(
        #"{"techniqueID":"T1059.003","score":70,"metadata":[{"name":"reports","value":"7 of 10"}]"#)
    )
    #expect(both.contains(#"{"techniqueID":"T1047","score":100,"#))
    let twice = try await ToolRun("layer", bundle + ["T1047", "T1047"], in: bench.folder).output
    #expect(try await twice == ToolRun("layer", bundle + ["T1047"], in: bench.folder).output)
  }

  @Test func `several groups have how many of them list each technique`() async throws {
    let bench = try Workbench()
    let bundle = ["--bundle", "Site/demo/demo-attack.json"]
    let ids = { (layer: String) in
      Set(layer.matches(of: /"techniqueID":"([^"]+)","score":(\d+)/).map { String($0.output.1) })
    }
    let one = try await ToolRun("layer", bundle + ["G9001"], in: bench.folder).output
    let two = try await ToolRun("layer", bundle + ["G9002"], in: bench.folder).output
    let all = try await ToolRun("layer", bundle + ["G9001", "G9002"], in: bench.folder).output
    let scores = Dictionary(
      uniqueKeysWithValues: all.matches(of: /"techniqueID":"([^"]+)","score":(\d+)/)
        .map { (String($0.output.1), String($0.output.2)) })
    #expect(
      scores.filter { $0.value == "100" }.keys.sorted() == ids(one).intersection(ids(two)).sorted())
    #expect(Set(scores.keys).isSuperset(of: ids(one).union(ids(two))))
    let mixed = try await ToolRun("layer", bundle + ["T1047", "G9001"], in: bench.folder)
    #expect(mixed.code == 1 && mixed.errors.contains("techniques have no layer together with"))
  }

  @Test func `a retired id is that of its successor`() async throws {
    let bench = try Workbench()
    let bundle = ["--bundle", "Site/demo/demo-attack.json"]
    let old = try await ToolRun("layer", bundle + ["T1086"], in: bench.folder)
    let new = try await ToolRun("layer", bundle + ["T1059.001"], in: bench.folder)
    #expect(old.code == 0 && old.output == new.output)
  }

  @Test func `an id that no bundle has is an error`() async throws {
    let bench = try Workbench()
    let run = try await ToolRun(
      "layer", ["--bundle", "Site/demo/demo-attack.json", "T9999"], in: bench.folder)
    #expect(run.code == 1 && run.output.isEmpty)
    #expect(
      run.errors.hasSuffix(
        """
        error: `T9999` is no live technique, group, software, campaign or report of these bundles
          ids are written as T1059.001, G0016, S0002, C0024; reports' as their pages are named

        """))
  }
}
