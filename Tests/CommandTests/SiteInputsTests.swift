import Foundation
import Testing
import Text

/// What `data/site.json` tells of the bundles that a site was built from.
struct SiteInputsTests {
  private static let release = TinyBundle(reports: [["T1001", "T1002"]]).json
  /// Objects of a team, which are no release.
  private static let own = release.replacing("x-mitre-collection", with: "x-other")

  private func record(_ arguments: [String], in bench: Workbench) async throws -> String {
    let run = try await ToolRun("build", arguments, in: bench.folder)
    #expect(run.code == 0, "\(run.errors.suffix(600))")
    return try bench.read("_site/data/site.json")
  }

  private func input(_ role: String, _ name: String?, _ text: String) -> String {
    let name = name.map { "\"name\":\"\($0)\"," } ?? ""
    return "{\"role\":\"\(role)\",\(name)\"bytes\":\(text.utf8.count),"
      + "\"sha256\":\"\(SHA256(Array(text.utf8)).hexadecimal)\"}"
  }

  @Test func `each bundle has its name, length and hash, and no folder`() async throws {
    let bench = try Workbench()
    try bench.makeFolder("deep/down")
    try bench.write(Self.release, to: "deep/down/now.json")
    try bench.write(Self.release, to: "before.json")
    let bundle = bench.folder.appending(path: "deep/down/now.json").path
    let record = try await record([bundle, "--previous", "before.json"], in: bench)
    #expect(
      record.contains(
        "\"inputs\":[" + input("bundle", "now.json", Self.release) + ","
          + input("previous", "before.json", Self.release) + "]"))
    #expect(!record.contains("deep") && !record.contains(bench.folder.path))
  }

  @Test func `a public site tells of releases only, and no name of a file`() async throws {
    let bench = try Workbench()
    try bench.write(Self.release, to: "secret-project.json")
    try bench.write(Self.own, to: "ours.json")
    let record = try await record(["secret-project.json", "ours.json", "--public"], in: bench)
    #expect(record.contains("\"inputs\":[" + input("bundle", nil, Self.release) + "]"))
    #expect(!record.contains("secret") && !record.contains("ours"))
    #expect(record.contains("\"without_notes\":\"true\""))
  }

  @Test func `the settings of the site are told`() async throws {
    let bench = try Workbench()
    try bench.write(
      """
      title: Ours
      base_url: https://wiki.example.org/
      footer: Ask us
      evaluation: false
      bundles: [demo/demo-attack.json]
      """, to: "Site/site.yml")
    let record = try await record([], in: bench)
    #expect(
      record.contains(
        "\"settings\":{\"title\":\"Ours\",\"without_notes\":\"false\",\"public\":\"false\","
          + "\"evaluation\":\"false\",\"base_url\":\"https://wiki.example.org/\","
          + "\"footer\":\"Ask us\","), "\(record)")
  }
}
