import Foundation
import Testing

struct ShippedTests {
  @Test func `it lists the tool's own files, and prints each as it is`() async throws {
    let bench = try Workbench()
    let list = try await ToolRun("shipped", in: bench.folder).output.split(separator: "\n")
    #expect(list.contains("Templates/technique.md") && list == list.sorted())
    for path in list {
      let run = try await ToolRun("shipped", [String(path)], in: bench.folder)
      let own = try Data(contentsOf: Workbench.project.appending(path: String(path)))
      #expect(run.output == String(decoding: own, as: UTF8.self), "\(path)")
    }
  }

  @Test func `what is none of them is an error, with what was meant`() async throws {
    let bench = try Workbench()
    let run = try await ToolRun("shipped", ["Templates/techniqe.md"], in: bench.folder)
    #expect(run.code == 1 && run.output.isEmpty)
    #expect(run.errors.contains("did you mean `Templates/technique.md`?"))
  }
}
