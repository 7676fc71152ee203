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
