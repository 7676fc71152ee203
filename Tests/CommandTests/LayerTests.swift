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

  @Test func `several ids give a list of their layers, in the order in which they are named`()
    async throws
  {
    let bench = try Workbench()
    let bundle = ["--bundle", "Site/demo/demo-attack.json"]
    let all = try await ToolRun("layer", bundle + ["G9001", "t1047"], in: bench.folder).output
    let one = try await ToolRun("layer", bundle + ["G9001"], in: bench.folder).output
    let other = try await ToolRun("layer", bundle + ["T1047"], in: bench.folder).output
    #expect(all == "[\(one.dropLast()),\n\(other.dropLast())]\n")
    let list = try JSONSerialization.jsonObject(with: Data(all.utf8)) as? [[String: Any]]
    #expect(list?.count == 2)
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
