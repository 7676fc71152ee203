import Foundation
import Testing

/// Bundles of public bug reports and of teams, which lie beside the project: what came out wrong once.
struct CaseTests {
  private static let folder = "../shared/cases"
  private static let areHere: Bool = {
    let here = FileManager.default.fileExists(atPath: folder)
    if !here { print("SKIPPED: no cases in ../shared/cases; tests on them did not run") }
    return here
  }()

  /// A file of the case that begins with a number.
  private static func file(_ number: String, _ name: String = "input.json") throws -> String {
    let cases = try FileManager.default.contentsOfDirectory(atPath: folder)
    let name = try #require(cases.first { $0.hasPrefix(number) }) + "/" + name
    return URL(filePath: folder).appending(path: name).standardizedFileURL.path
  }

  private func build(_ number: String, _ names: [String] = ["input.json"]) async throws
    -> (Workbench, ToolRun)
  {
    let bench = try Workbench()
    let run = try await ToolRun("build", names.map { try Self.file(number, $0) }, in: bench.folder)
    return (bench, run)
  }

  @Test(.enabled(if: areHere)) func `phases of an own kill chain join its tactics`() async throws {
    let (bench, run) = try await build("04")
    #expect(run.code == 0 && !run.errors.contains("phases"))
    let lines = try bench.read("_site/data/techniques.csv").split(separator: "\n").dropFirst()
    #expect(lines.count == 4 && lines.allSatisfy { $0.contains(",TA900") })
  }

  @Test(.enabled(if: areHere)) func `a span that cannot be is none`() async throws {
    let (bench, run) = try await build("07")
    #expect(run.errors.contains("last_seen 2002-09-01 before first_seen 2021-05-01"))
    for id in ["C0001", "C0002", "C0003"] {
      let page = try bench.read("_site/campaigns/\(id).html")
      #expect(page.contains(" since ") && !page.contains("5138") && !page.contains("2021-13"))
    }
  }

  @Test(.enabled(if: areHere)) func `an object's own address is its definition`() async throws {
    let (bench, _) = try await build("09")
    let page = try bench.read("_site/techniques/T9100.html")
    #expect(page.contains("href=https://wiki.acme.example/techniques/T9100>wiki.acme.example</a>"))
    #expect(try bench.read("_site/techniques/T1000.html").contains(">attack.mitre.org</a>"))
  }

  @Test(.enabled(if: areHere)) func `names stand once`() async throws {
    let (bench, _) = try await build("10")
    let pages = try bench.files(in: "_site").filter { $0.key.hasSuffix(".html") }.values
      .map { String(decoding: $0, as: UTF8.self) }
    #expect(pages.contains { $0.contains("Other, Third") })
    #expect(!pages.contains { $0.contains("Other, Other") || $0.contains("Windows, Windows") })
  }

  @Test(.enabled(if: areHere)) func `a mistyped year leaves the chart as it is`() async throws {
    let (bench, run) = try await build("11")
    #expect(run.errors.contains("published 2918-05-04"))
    let page = try bench.read("_site/techniques/T1000.html")
    #expect(!page.contains("2918") && !page.contains("2906") && page.contains("2012"))
  }

  @Test(.enabled(if: areHere), arguments: ["bundle.json.gz", "envelope.json"])
  func `gzip data and a TAXII envelope are read`(name: String) async throws {
    #expect(try await build("12", [name]).1.code == 0)
  }

  @Test(
    .enabled(if: areHere),
    arguments: [
      ("utf16.json", "UTF-16 text", "iconv"), ("pointer.json", "Git LFS", "git lfs pull"),
    ])
  func `what is no JSON is named, with what to do`(
    name: String, what: String, advice: String
  ) async throws {
    let (_, run) = try await build("12", [name])
    #expect(run.code == 1 && run.errors.contains(what) && run.errors.contains(advice))
  }

  @Test(.enabled(if: areHere)) func `an object in two domains has two layers`() async throws {
    let (bench, _) = try await build("13", ["ent.json", "ics.json"])
    #expect(try bench.read("_site/layers/G0001-ics-attack.json").contains("T0800"))
  }

  @Test(.enabled(if: areHere)) func `one fault is told once`() async throws {
    let (_, run) = try await build("14")
    #expect(run.errors.contains("`x_mitre_platforms` is not a list"))
    #expect(!run.errors.contains("references left out"))
  }

  @Test(.enabled(if: areHere)) func `MITRE's collection names the release`() async throws {
    let (_, run) = try await build("15")
    #expect(run.output.contains("of Enterprise v18.1 with Acme internal 0.3: "))
  }

  @Test(.enabled(if: areHere)) func `PRE-ATT&CK's tactics stand once, with theirs`() async throws {
    let (bench, run) = try await build("17")
    #expect(!run.errors.contains("phases"))
    #expect(
      try bench.files(in: "_site/tactics").keys.sorted().map { $0.split(separator: "/").last }
        == ["TA0014.html", "TA0022.html", "index.html"])
    let table = try bench.read("_site/data/techniques.csv")
    #expect(table.contains(",TA0014,") && table.contains(",TA0022,"))
  }
}
