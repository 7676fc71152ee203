import Foundation
import Testing

/// A team's own reports beside ATT&CK's, from files to pages.
struct EvidenceTests {
  private static let bundle = "Site/demo/demo-attack.json"

  /// A table whose words stand nowhere else, and an event with a marking and a host in it.
  private func bench() throws -> Workbench {
    let bench = try Workbench()
    try bench.write(
      """
      report,technique,date,source
      Zebra exercise,T1047,2026-03-14,https://wiki.zebra.example/1
      Zebra exercise,T1003.001,2026-03-14,https://wiki.zebra.example/1
      Zebra exercise,T1086,2026-03-14,https://wiki.zebra.example/1
      Zebra exercise,T8888,2026-03-14,https://wiki.zebra.example/1

      """, to: "own/zebra.csv")
    try bench.write(
      """
      {"Event": {"uuid": "748823a9-7474-5537-a1b4-6dc418f363ba", "info": "Quokka event",
       "date": "2026-03-15", "Tag": [{"name": "tlp:amber"},
       {"name": "misp-galaxy:mitre-attack-pattern=\\"WMI - T1047\\""},
       {"name": "misp-galaxy:mitre-attack-pattern=\\"LSASS Memory - T1003.001\\""}],
       "Attribute": [{"type": "ip-dst", "value": "203.0.113.77"}]}}

      """, to: "own/quokka.json")
    return bench
  }

  private func build(_ bench: Workbench, _ arguments: [String]) async throws -> ToolRun {
    try await ToolRun("build", [Self.bundle] + arguments, in: bench.folder)
  }

  @Test func `their counts are marked on pages, in tables, in data, and nothing secret shows`()
    async throws
  {
    let bench = try bench()
    let run = try await build(bench, ["--reports", "own"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.errors.contains("`zebra.csv:5:16`: `T8888` is no technique of this release"))
    let page = try bench.read("_site/techniques/T1047.html")
    #expect(page.contains(", 2 of them ours") && page.contains("<span class=own>2 ours</span>"))
    #expect(page.contains("TLP:AMBER"))
    for page in ["index.html", "subsets/post-of-2018.html", "clusters/map.html"] {
      #expect(try bench.read("_site/" + page).contains("◆ some of the reports are ours"), "\(page)")
    }
    let report = try #require(
      try bench.files(in: "_site/reports").first { $0.key.hasPrefix("wiki-zebra-example-1-") }?
        .value)
    #expect(String(decoding: report, as: UTF8.self).contains("zebra.csv"))
    let index = try #require(
      try bench.files(in: "_site/assets").first { $0.key.hasPrefix("search-index.") }?.value)
    #expect(String(decoding: index, as: UTF8.self).contains(#""origins":""#))
    let evidence = try bench.read("_site/evidence.html")
    for words in ["Our evidence", "Zebra exercise", "Quokka event", "zebra.csv", "T8888"] {
      #expect(evidence.contains(words), "\(words)")
    }
    let reports = try bench.read("_site/data/reports.csv")
    #expect(reports.contains(",T1003.001 T1047 T1059.001,,true,ours\n"))
    let pairs = try bench.read("_site/data/cooccurrence.csv").split(separator: "\n")
    let pair = try #require(pairs.first { $0.hasPrefix("T1003.001,T1047,") })
    #expect(pair.hasSuffix(",2"))
    #expect(try bench.read("_site/layers/T1047.json").contains("TLP:AMBER."))
    #expect(
      try bench.read("_site/data/datapackage.json").contains(#""marking":"TLP:AMBER""#))
    #expect(try bench.read("_site/techniques/T1047.md").contains("\n**TLP:AMBER**\n"))
    #expect(try bench.files(in: "_site").allSatisfy { !$1.contains("203.0.113.77") })
  }

  @Test func `with --public the site is that of a build without them, byte for byte`()
    async throws
  {
    let bench = try bench()
    let settings = try bench.read("Site/site.yml")
    try bench.write(
      settings + "\nevidence: [{path: ../own/quokka.json}]\n", to: "Site/site.yml")
    let own = try await build(
      bench, ["--public", "--reports", "own", "--coverage", "none.json", "--markdown", "md1"])
    try bench.write(settings, to: "Site/site.yml")
    let other = try await build(
      bench, ["--public", "--output", "other", "--markdown", "md2"])
    #expect(own.code == 0 && other.code == 0, "\(own.errors)\(other.errors)")
    #expect(try bench.files(in: "_site") == bench.files(in: "other"))
    #expect(try bench.files(in: "md1") == bench.files(in: "md2"))
    for (path, bytes) in try bench.files(in: "_site") {
      for word in ["Zebra", "zebra", "Quokka", "quokka", "748823a9"] {
        #expect(!bytes.contains(word), "\(path) has \(word)")
      }
    }
  }

  @Test func `a report with the address of one of ATT&CK's is the same report`() async throws {
    let bench = try Workbench()
    try bench.write(
      TinyBundle(reports: [["T1001", "T1002"], ["T1002", "T1003"]]).json, to: "tiny.json")
    try bench.write(
      """
      report;technique;source
      Ours;T1001;https://www.example.org/r0/#part
      Ours;T1004;https://example.org/r0

      """, to: "own.csv")
    let run = try await ToolRun(
      "build", ["tiny.json", "--reports", "own.csv"], in: bench.folder)
    #expect(run.code == 0 && run.output.contains("from 2 reports"), "\(run.errors)")
    let report = try #require(
      bench.files(in: "_site/reports").first { $0.key.hasPrefix("example-org-r0") }?.value)
    let page = String(decoding: report, as: UTF8.self)
    #expect(page.contains("3 techniques") && page.contains("1 of them named by ours alone"))
    let only = try bench.read("_site/techniques/T1004.html")
    #expect(only.contains("1 of 2 reports") && only.contains(", 1 ours"))
    #expect(!(try bench.read("_site/techniques/T1001.html").contains(", 1 ours")))
  }

  @Test func `a public set has its name beside its numbers, on a public site too`() async throws {
    let bench = try bench()
    try bench.write(
      "evidence: [{path: ../own/zebra.csv, name: Neighbours, origin: public}]\n"
        + bench.read("Site/site.yml"), to: "Site/site.yml")
    let run = try await build(bench, ["--public"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(try bench.read("_site/techniques/T1047.html").contains(", 1 from Neighbours"))
    #expect(try bench.read("_site/data/reports.csv").contains(",false,Neighbours\n"))
    #expect(try bench.read("_site/evidence.html").contains("Evidence of others"))
    #expect(
      try bench.read("_site/evidence.html").contains("<span class=set>Neighbours</span>"))
  }

  @Test func `alone they make a site of few reports`() async throws {
    let bench = try bench()
    let run = try await build(bench, ["--internal-only", "--reports", "own"])
    #expect(run.code == 0 && run.output.contains("from 2 reports"), "\(run.errors)")
    let page = try bench.read("_site/techniques/T1047.html")
    #expect(page.contains("2 of 2 reports") && page.contains("all of them ours"))
    let wrong = try await build(bench, ["--internal-only", "--public", "--reports", "own"])
    #expect(wrong.code == 64 && wrong.errors.contains("give one of them"))
  }

  @Test func `what is TLP:RED is refused, unless it is allowed`() async throws {
    let bench = try bench()
    let event = try bench.read("own/quokka.json").replacing("tlp:amber", with: "tlp:red")
    try bench.write(event, to: "own/quokka.json")
    let refused = try await build(bench, ["--reports", "own"])
    #expect(refused.code == 1 && refused.errors.contains("“Quokka event”"))
    #expect(refused.errors.contains("--allow-tlp-red"))
    #expect(!FileManager.default.fileExists(atPath: bench.folder.path + "/_site"))
    let allowed = try await build(bench, ["--reports", "own", "--allow-tlp-red"])
    #expect(allowed.code == 0, "\(allowed.errors)")
    #expect(try bench.read("_site/index.html").contains("TLP:RED"))
    #expect(!(try bench.read("_site/words.html").contains("TLP:RED")))
    #expect(try await build(bench, ["--reports", "own"]).code == 1)
  }

  @Test func `a file that was named has to be readable, one in a folder is a notice`()
    async throws
  {
    let bench = try bench()
    try bench.write("PK\u{3}\u{4}", to: "own/scan.zip")
    try bench.write("SRV-DC01,10.1.2.3\nb,P@ssw0rd1\n", to: "own/hosts.csv")
    try bench.write("technique\nT1047\nnet user P@ssw0rd1 \\\\SRV-DC01\n", to: "own/cells.csv")
    try bench.write("{\"a\": 1}\n", to: "own/manifest.json")
    let folder = try await build(bench, ["--reports", "own"])
    #expect(folder.code == 0 && folder.errors.contains("could not be read: 3"), "\(folder.errors)")
    for (path, bytes) in try bench.files(in: "_site") {
      for secret in ["SRV-DC01", "P@ssw0rd1"] { #expect(!bytes.contains(secret), "\(path)") }
    }
    #expect(try bench.read("_site/evidence.html").contains("hosts.csv"))
    let named = try await build(bench, ["--reports", "own/manifest.json", "--output", "b"])
    #expect(named.code == 1 && named.errors.contains("is of no format that is known"))
    let wrong = try await build(bench, ["--output", "b", "--as", "vectr", "own/zebra.csv"])
    #expect(wrong.code == 1 && wrong.errors.contains("is no VECTR export: expected the columns"))
    let absent = try await build(bench, ["--reports", "absent", "--output", "b"])
    #expect(absent.code == 1 && absent.errors.contains("`absent` does not exist"))
    let format = try await build(bench, ["--as", "pdf", "own/zebra.csv"])
    #expect(format.code == 64 && format.errors.contains("csv, sets, vectr, opencti-csv"))
  }

  @Test func `check says what a build would read, in text and in JSON`() async throws {
    let bench = try bench()
    let arguments = ["--bundle", Self.bundle, "own/zebra.csv", "own/quokka.json"]
    let text = try await ToolRun("check", arguments, in: bench.folder)
    #expect(text.code == 0, "\(text.errors)")
    #expect(text.output.contains("“Zebra exercise”: 2026-03-14, 3 techniques"))
    #expect(text.output.contains("T1086 is now T1059.001"))
    #expect(text.output.contains("“Quokka event”: 2026-03-15, TLP:AMBER, 2 techniques"))
    let json = try await ToolRun("check", arguments + ["--format", "json"], in: bench.folder)
    let answer = try JSONDecoder().decode(Answer.self, from: Data(json.output.utf8))
    let zebra = try #require(answer.files.first?.reports.first)
    #expect(zebra.techniques == ["T1003.001", "T1047", "T1059.001"])
    #expect(zebra.followed == ["T1086": "T1059.001"])
    #expect(zebra.unknown.map(\.text) == ["T8888"] && zebra.unknown[0].place == "5:16")
    try bench.write("report,technique\nNothing,T8888\n", to: "none.csv")
    let none = try await ToolRun(
      "check", ["--bundle", Self.bundle, "none.csv"], in: bench.folder)
    #expect(none.code == 1 && none.errors.contains("no technique of Demo data 1.0"))
  }

  private struct Answer: Decodable {
    let files: [File]

    struct File: Decodable {
      let format: String
      let reports: [Report]
    }

    struct Report: Decodable {
      let techniques: [String]
      let followed: [String: String]
      let unknown: [Unknown]
    }

    struct Unknown: Decodable {
      let text: String
      let place: String
    }
  }

  @Test func `infer, model, layer and evaluate take them`() async throws {
    let bench = try bench()
    let plan = try await ToolRun(
      "infer",
      ["--bundle", Self.bundle, "--own", "own/quokka.json", "--format", "markdown", "T1047"],
      in: bench.folder)
    let without = try await ToolRun(
      "infer", ["--bundle", Self.bundle, "--format", "markdown", "T1047"], in: bench.folder)
    #expect(plan.output.contains("**TLP:AMBER**"), "\(plan.errors)")
    #expect(plan.output != without.output && !without.output.contains("TLP"))
    let model = try await ToolRun(
      "model", [Self.bundle, "--reports", "own", "--output", "m.json"], in: bench.folder)
    #expect(model.code == 0, "\(model.errors)")
    let json = try await ToolRun(
      "infer", ["--model", "m.json", "--format", "json", "--reports", "200", "T1047"],
      in: bench.folder)
    #expect(json.output.contains("\"origin\":\"ours\""))
    let gain = try await ToolRun(
      "evaluate", ["--bundle", Self.bundle, "--reports", "own"], in: bench.folder)
    #expect(
      gain.output.replacing("\n", with: " ").contains("without the 2 others"), "\(gain.errors)")
  }

  @Test func `coverage is on pages, in a file, in the list of gaps, and not on a public site`()
    async throws
  {
    let bench = try bench()
    try bench.write(
      """
      {"name": "Detections", "versions": {"attack": "99", "layer": "4.5"}, "domain":
       "enterprise-attack", "techniques": [{"techniqueID": "T1047", "score": 1},
       {"techniqueID": "T1059", "score": 3}, {"techniqueID": "T1003.001", "score": 0},
       {"techniqueID": "T1105", "score": 2, "enabled": false}]}

      """, to: "layer.json")
    let run = try await build(bench, ["--coverage", "layer.json"])
    #expect(run.code == 0, "\(run.errors)")
    let page = try bench.read("_site/techniques/T1003.001.html")
    #expect(
      page.contains("✓ covered") && page.contains("we detect only the parent")
        || page.contains("We cannot detect"))
    let gaps = try bench.read("_site/gaps.html")
    #expect(
      gaps.contains("What data would show most") && gaps.contains("only its parent is covered"))
    let table = try bench.read("_site/data/coverage.csv").split(separator: "\n")
    #expect(
      table.contains("T1047,covered,") && table.contains { $0.hasPrefix("T1105,not covered,") })
    #expect(table.contains { $0.hasPrefix("T1059.001,parent only,") })
    let check = try await ToolRun(
      "check", ["--bundle", Self.bundle, "--coverage", "layer.json"], in: bench.folder)
    #expect(check.code == 0 && check.output.contains("“Detections”, 2 techniques covered"))
    let dettect = """
      techniques:
        - technique_id: T1047
          detection:
            - score_logbook: [{date: 2024-01-01, score: 3}, {date: 2025-01-01, score: 0}]
        - technique_id: T1105
          detection: {score_logbook: [{date: 2024-01-01, score: 1}]}

      """
    try bench.write(dettect, to: "dettect.yaml")
    let yaml = try await ToolRun(
      "check", ["--bundle", Self.bundle, "--coverage", "dettect.yaml", "--format", "json"],
      in: bench.folder)
    #expect(yaml.output.contains("\"covered\":[\"T1105\"]"), "\(yaml.errors)")
  }
}

extension Data {
  func contains(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
