import Foundation
import Testing

/// Titles of clusters in `site.yml`.
struct ClusterTitleTests {
  @Test(arguments: [
    "clusters: {T1562.001: \"Ransom & wipe\", T9999: Nothing}\n",
    """
    clusters:
      - { id: T1562.001, title: Ransom & wipe }
      - { id: T9999, title: Nothing }

    """,
  ])
  func `a cluster bears the team's title everywhere; an id without a cluster is a notice`(
    site: String
  ) async throws {
    let bench = try Workbench()
    try bench.write("bundles: [demo/demo-attack.json]\n" + site, to: "Site/site.yml")
    let run = try await ToolRun("build", in: bench.folder)
    #expect(run.code == 0)
    #expect(
      run.errors.contains("notice: titles of clusters left out, whose id no cluster has here: 1 ("))
    #expect(run.errors.contains("T9999 (site.yml:"))
    #expect(try bench.read("_site/clusters/T1562.001.html").contains("<h1>Ransom &amp; wipe</h1>"))
    for page in ["index.html", "clusters/index.html", "clusters/map.html", "techniques/T1490.html"]
    {
      #expect(try bench.read("_site/" + page).contains("Ransom &amp; wipe"), "\(page)")
    }
    #expect(try bench.read("_site/data/clusters.csv").contains("T1562.001,Ransom & wipe,T1490,"))
  }

  @Test(arguments: [
    ("clusters: ransomware\n", "`clusters`: expected keys and values", 1),
    (
      "clusters:\n  T1O59: a\n",
      "`clusters`: expected a cluster's id such as `T1486`, found `T1O59`", 2
    ),
    ("clusters:\n  T1059: [a]\n", "`clusters.T1059`: expected a text", 2),
    ("clusters:\n  T1059: ''\n", "`clusters.T1059`: expected a title", 2),
    ("clusters:\n  - id: T1059\n", "`clusters[0]`: expected an `id` and a `title`", 2),
    (
      "clusters:\n  - {id: T1059, title: a}\n  - {id: T1059, title: b}\n",
      "`clusters[1].id`: a second title of the cluster `T1059`", 3
    ),
    (
      "clusters:\n  - {id: T1059, titel: a}\n",
      "`clusters[0].titel`: unknown key; did you mean `title`?", 2
    ),
  ])
  func `what is no title is refused with its key and line`(
    site: String, error: String, line: Int
  ) async throws {
    let bench = try Workbench()
    try bench.write(site, to: "Site/site.yml")
    let run = try await ToolRun("build", in: bench.folder)
    #expect(run.code == 1)
    #expect(run.errors == "error: `Site/site.yml`: \(error)\n  --> site.yml:\(line)\n")
  }

  @Test func `one core gives the same bytes as all`() async throws {
    let bench = try Workbench()
    _ = try await ToolRun.shell("attack-relations build --output all", in: bench.folder)
    _ = try await ToolRun.shell(
      "taskset -c 0 attack-relations build --output one", in: bench.folder)
    let all = try bench.files(in: "all")
    #expect(all.keys.contains("data/clusters.csv"))
    #expect(try bench.files(in: "one") == all)
  }
}
