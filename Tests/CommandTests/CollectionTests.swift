import Foundation
import Testing

/// Bundles as teams have them: collections of their own, ids of their own, packed files.
struct CollectionTests {
  /// Two techniques with ids of a team's own, a group that two reports cite for them, and one for
  /// ATT&CK's T1001; of MITRE's release too, unless `isOwn`.
  private static func bundle(_ collection: String, isOwn: Bool) -> String {
    let reference = { (id: String, url: String) in
      "\"external_references\": [{\"source_name\": \"mitre-attack\", \"external_id\": \"\(id)\", "
        + "\"url\": \"\(url)\"}]"
    }
    let dates =
      "\"modified\": \"2025-01-01T00:00:00.000Z\", \"created\": \"2025-01-01T00:00:00.000Z\""
    let technique = { (id: String, url: String, domain: String) in
      "{\"type\": \"attack-pattern\", \"id\": \"attack-pattern--\(id)\", \"name\": \"Name \(id)\", \(dates), "
        + "\"x_mitre_domains\": [\"\(domain)\"], \"kill_chain_phases\": [{\"kill_chain_name\": "
        + "\"mitre-attack\", \"phase_name\": \"execution\"}], \(reference(id, url))}"
    }
    let use = { (id: String, report: Int) in
      "{\"type\": \"relationship\", \"id\": \"relationship--\(id)-\(report)\", \(dates), \"relationship_type\": "
        + "\"uses\", \"source_ref\": \"intrusion-set--1\", \"target_ref\": \"attack-pattern--\(id)\", "
        + "\"description\": \"It was seen.\", \"external_references\": [{\"source_name\": \"r\(report)\", "
        + "\"url\": \"https://example.org/r\(report)\"}]}"
    }
    let group =
      "{\"type\": \"intrusion-set\", \"id\": \"intrusion-set--1\", \"name\": \"Some Group\", \(dates), "
      + "\(reference("G0001", "https://attack.mitre.org/groups/G0001"))}"
    let mitre = "https://attack.mitre.org/techniques/"
    let objects =
      isOwn
      ? [
        technique("ACME-T0001", "https://wiki.example/ACME-T0001", "enterprise-attack"),
        technique("ACME-T0001.002", "", "ics-attack"), use("ACME-T0001", 1),
        use("ACME-T0001.002", 1), use("ACME-T0001", 2),
      ]
      : [technique("T1001", mitre + "T1001", "enterprise-attack"), group, use("T1001", 1)]
    return "{\"type\": \"bundle\", \"id\": \"bundle--1\", \"objects\": [\(collection),\n"
      + objects.joined(separator: ",\n") + "]}"
  }

  private static let attack = bundle(
    "{\"type\": \"x-mitre-collection\", \"id\": \"x-mitre-collection--1f5f1533-f617-4ca8-9ab4-6a02367fa019\", "
      + "\"name\": \"Enterprise ATT&CK\", \"x_mitre_version\": \"18.1\", \"modified\": \"2025-01-01T00:00:00.000Z\"}",
    isOwn: false)
  private static let own = bundle(
    "{\"type\": \"x-mitre-collection\", \"id\": \"x-mitre-collection--9\", \"name\": \"Our extensions\", "
      + "\"x_mitre_version\": \"0.3\", \"modified\": \"2026-01-01T00:00:00.000Z\"}", isOwn: true)
  private static let settings =
    "title: Ours\nid_patterns: [\"ACME-T\\\\d{4}(\\\\.\\\\d{3})?\"]\n"

  private func bench() throws -> Workbench {
    let bench = try Workbench()
    try bench.write(Self.attack, to: "attack.json")
    try bench.write("\u{FEFF}" + Self.own, to: "own.json")
    try bench.write("\u{FEFF}" + Self.settings, to: "Ours/site.yml")
    return bench
  }

  @Test func `a team's collection stands beside ATT&CK's, its ids are read, its objects marked`()
    async throws
  {
    let bench = try bench()
    let run = try await ToolRun(
      "build", ["attack.json", "own.json", "--site", "Ours"], in: bench.folder)
    #expect(run.code == 0 && run.output.contains("of Enterprise v18.1 with Our extensions 0.3: "))
    let page = try bench.read("_site/techniques/ACME-T0001.html")
    #expect(page.contains("href=https://wiki.example/ACME-T0001>wiki.example</a>"))
    #expect(page.contains("Our extensions 0.3, which is not MITRE’s"))
    #expect(page.contains("data-ids="))
    #expect(
      try bench.read("_site/data/techniques.csv").contains(
        "ACME-T0001.002,Name ACME-T0001.002,ics-attack-execution,,ACME-T0001,1,G0001,,,,Our extensions 0.3,0\n"
      ))
    #expect(
      try bench.read("_site/groups/G0001.html").contains("It was seen. (Our extensions 0.3)"))
    #expect(try bench.read("_site/data/site.json").contains("\"id_patterns\""))
    let index = try bench.read("_site/techniques/index.html")
    #expect(index.contains("<td>Our extensions 0.3") && index.contains("<td>ATT&amp;CK"))
  }

  @Test func `the commands read a team's ids too, as a model does`() async throws {
    let bench = try bench()
    let bundles = ["--bundle", "attack.json", "--bundle", "own.json"]
    let ours = ["--site", "Ours"]
    let infer = try await ToolRun(
      "infer", bundles + ours + ["acme-t0001", "--format", "json"], in: bench.folder)
    #expect(infer.code == 0 && infer.output.contains("\"evidence\":[\"ACME-T0001\"]"))
    let model = try await ToolRun("model", ["attack.json", "own.json"] + ours, in: bench.folder)
    #expect(model.code == 0)
    let same = try await ToolRun(
      "infer", ["--model", "model.json", "ACME-T0001", "--format", "json"], in: bench.folder)
    #expect(same.output == infer.output)
    let plan = try await ToolRun(
      "infer", ["--model", "model.json", "T1001", "--format", "markdown"], in: bench.folder)
    #expect(plan.output.contains("(https://wiki.example/ACME-T0001)"))
    let without = try await ToolRun("infer", bundles + ["ACME-T0001"], in: bench.folder)
    #expect(without.code == 1 && without.errors.contains("own.json` is not ATT&CK"))
  }

  @Test func `of a technique in two domains too`() async throws {
    let bench = try bench()
    let both = Self.own.replacingOccurrences(
      of: "[\"ics-attack\"]", with: "[\"enterprise-attack\", \"ics-attack\"]")
    try bench.write(both, to: "own.json")
    _ = try await ToolRun("build", ["attack.json", "own.json", "--site", "Ours"], in: bench.folder)
    let layers = try bench.files(in: "_site/layers").keys.filter { $0.hasPrefix("ACME-T0001.002") }
    #expect(layers.sorted() == ["ACME-T0001.002-ics-attack.json", "ACME-T0001.002.json"])
  }

  @Test func `of an object in two domains there is a layer for each`() async throws {
    let bench = try bench()
    _ = try await ToolRun("build", ["attack.json", "own.json", "--site", "Ours"], in: bench.folder)
    let page = try bench.read("_site/groups/G0001.html")
    let others = ["G0001", "all"].map { "_site/layers/\($0)-ics-attack.json" }
    for path in others { #expect(try bench.read(path).contains("\"domain\":\"ics-attack\"")) }
    #expect(page.contains("href=../layers/G0001.json>Enterprise</a>"))
    #expect(page.contains("href=../layers/G0001-ics-attack.json>ICS</a>"))
    let printed = try await ToolRun(
      "layer",
      ["--bundle", "attack.json", "--bundle", "own.json", "--site", "Ours", "G0001"],
      in: bench.folder)
    let list = try JSONSerialization.jsonObject(with: Data(printed.output.utf8)) as? [[String: Any]]
    #expect(list?.compactMap { $0["domain"] as? String } == ["enterprise-attack", "ics-attack"])
  }

  @Test func `a form of ids that is none, or takes everything, is refused with its place`()
    async throws
  {
    let bench = try Workbench()
    for (pattern, words) in [("ACME.*", "is no form of ids"), ("A?B", "texts of one or two")] {
      try bench.write("id_patterns: [\"\(pattern)\"]\n", to: "Ours/site.yml")
      let run = try await ToolRun("build", ["--site", "Ours"], in: bench.folder)
      #expect(
        run.code == 1 && run.errors.contains("`id_patterns[0]`") && run.errors.contains(words))
      #expect(run.errors.contains("--> site.yml:1"))
    }
  }
}
