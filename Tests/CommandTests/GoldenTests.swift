import Corpora
import Foundation
import Testing
import Text

/// The demo site is what it was: some pages whole, every file by its digest; and the same with all that a team brings.
///
/// The hashes in the names of assets are masked: a changed script changes one line, its own digest.
/// `make golden` takes the sites as they are now; the diff is then for people to read.
struct GoldenTests {
  /// One page of each kind, and a file of each kind.
  private static let whole = [
    "index.html", "method.html", "404.html", "techniques/index.html", "techniques/T1047.html",
    "techniques/T1047.md", "techniques/T1105-all.html", "techniques/T1011.html",
    "techniques/T1086.html", "groups/G9001.html", "software/S9001.html", "campaigns/C9001.html",
    "tactics/TA0002.html", "reports/index.html", "subsets/TA0008.html", "layers/T1047.json",
    "layers/G9001.json", "data/site.json", "data/subsets/TA0008.csv", "figures/T1047.svg",
  ]

  @Test func `the demo site is the expected one`() async throws {
    let bench = try Workbench()
    #expect(try await ToolRun("build", in: bench.folder).code == 0)
    try compare(try bench.files(in: "_site"), with: "demo", whole: Self.whole)
  }

  @Test func `so is the site with a team's own, and with what changed since the release before`()
    async throws
  {
    let bench = try Workbench()
    let demo = Workbench.project.appending(path: "Site/demo/demo-attack.json")
    try Self.earlier(than: Data(contentsOf: demo)).write(
      to: bench.folder.appending(path: "before.json"))
    let own = Workbench.project.appending(path: "Tests/Checks/own").path
    let run = try await ToolRun(
      "build",
      [
        demo.path, "--previous", "before.json", "--site", own, "--reports", own + "/reports",
        "--coverage", own + "/coverage.json", "--flows", own + "/flows",
        "--capabilities", own + "/own-capabilities.yml",
      ], in: bench.folder)
    #expect(run.code == 0, "\(run.errors)")
    try compare(try bench.files(in: "_site"), with: "demo-own", whole: ["changes.html"])
  }

  /// A release without every seventh use of a technique, and without the last technique.
  private static func earlier(than bundle: Data) throws -> Data {
    var root = try #require(try JSONSerialization.jsonObject(with: bundle) as? [String: Any])
    let objects = try #require(root["objects"] as? [[String: Any]])
    let last = objects.last { $0["type"] as? String == "attack-pattern" }?["id"] as? String
    var uses = 0
    root["objects"] = objects.compactMap { object -> [String: Any]? in
      var object = object
      if object["type"] as? String == "x-mitre-collection" {
        object["x_mitre_version"] = "0.9"
        object["modified"] = "2025-01-01T00:00:00.000Z"
      }
      if object["relationship_type"] as? String == "uses" { uses += 1 }
      let isLeftOut =
        object["relationship_type"] as? String == "uses" && uses.isMultiple(of: 7)
        || [object["id"], object["source_ref"], object["target_ref"]].contains {
          $0 as? String == last
        }
      return isLeftOut ? nil : object
    }
    return try JSONSerialization.data(withJSONObject: root, options: .sortedKeys)
  }

  private func compare(_ files: [String: Data], with name: String, whole: [String]) throws {
    let golden = Workbench.project.appending(path: "Tests/Golden/" + name)
    let site = Self.masked(files)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      return try update(golden, site, whole)
    }
    let digests = try String(contentsOf: golden.appending(path: "digests.txt"), encoding: .utf8)
    let expected = Self.lines(digests)
    let found = Self.lines(Self.digests(of: site))
    #expect(found.subtracting(expected).sorted() == [], "unexpected; see make golden")
    #expect(expected.subtracting(found).sorted() == [], "missing; see make golden")
    for path in whole {
      let text = try String(contentsOf: golden.appending(path: "whole/" + path), encoding: .utf8)
      #expect(site[path].map { String(decoding: $0, as: UTF8.self) } == text, "\(path)")
    }
  }

  private static func masked(_ site: [String: Data]) -> [String: Data] {
    let files = site.map { path, bytes in
      path.hasSuffix(".html")
        ? (path, Data(masked(String(decoding: bytes, as: UTF8.self)).utf8))
        : (masked(path), bytes)
    }
    return Dictionary(uniqueKeysWithValues: files)
  }

  /// `assets/site.#.js` instead of `assets/site.5f0c7d21aa.js`, as often as the text has it.
  private static func masked(_ text: String) -> String {
    let parts = text.components(separatedBy: "assets/")
    return parts.map { part in
      guard let match = part.prefixMatch(of: /([a-z-]+\.)[0-9a-f]{10}/) else { return part }
      return match.1 + "#" + part[match.range.upperBound...]
    }.joined(separator: "assets/")
  }

  private static func digests(of site: [String: Data]) -> String {
    site.sorted { $0.key < $1.key }
      .map { FNV1a.hexadecimal($0.value) + " " + $0.key + "\n" }.joined()
  }

  private static func lines(_ text: String) -> Set<String> {
    Set(text.split(separator: "\n").map(String.init))
  }

  private func update(_ golden: URL, _ site: [String: Data], _ whole: [String]) throws {
    try? FileManager.default.removeItem(at: golden)
    for path in whole {
      let file = golden.appending(path: "whole/" + path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try #require(site[path], "\(path)").write(to: file)
    }
    try Data(Self.digests(of: site).utf8).write(to: golden.appending(path: "digests.txt"))
  }
}
