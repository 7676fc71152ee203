import Storage
import Testing

struct VersionTests {
  @Test func `it is printed with the commit, and written without`() async throws {
    let bench = try Workbench()
    let version = try await ToolRun("--version", in: bench.folder)
    #expect(version.code == 0 && version.output == ToolVersion.withCommit + "\n")
    let build = try await ToolRun("build", in: bench.folder)
    #expect(build.code == 0)
    #expect(
      try bench.read("_site/data/site.json").contains("\"version\":\"\(ToolVersion.number)\""))
  }
}
