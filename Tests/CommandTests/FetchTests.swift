import Foundation
import Testing
import attack_relations

/// Whether the program is there that `fetch` fetches with.
private enum InstalledCurl {
  static let isThere = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/curl") }
}

/// `fetch` against a server of this machine.
///
/// Without `curl` these tests are skipped, and say so.
@Suite(.enabled(if: InstalledCurl.isThere, "curl is not installed"), .timeLimit(.minutes(10)))
struct FetchTests {
  typealias Reply = LoopbackServer.Reply
  typealias Request = LoopbackServer.Request

  private let bench: Workbench

  init() throws { bench = try Workbench(holding: []) }

  /// A bundle that says its release; blanks after it make it long.
  static func bundle(_ version: String, blanks: Int = 0) -> String {
    TinyBundle(reports: [["T1001", "T1002"], ["T1001", "T1002", "T1003"]]).json
      .replacing("\"x_mitre_version\": \"1.0\"", with: "\"x_mitre_version\": \"\(version)\"")
      + String(repeating: " ", count: blanks)
  }

  /// An index of some releases of Enterprise, by version and address.
  static func index(_ releases: [(String, String)], modified: String = "2025-10-28") -> String {
    let versions = releases.map { version, address in
      "{\"version\": \"\(version)\", \"url\": \"\(address)\", \"modified\": \"\(modified)\"}"
    }
    return
      "{\"collections\": [{\"id\": \"x-mitre-collection--1f5f1533-f617-4ca8-9ab4-6a02367fa019\", "
      + "\"name\": \"Enterprise ATT&CK\", \"versions\": [\(versions.joined(separator: ", "))]}]}"
  }

  /// A file as a good server has it: with an ETag, in parts where that is asked for.
  static func file(_ text: String, _ request: Request, tag: String = "\"one\"") -> Reply {
    if request.fields["if-none-match"] == tag { return Reply(304, ["ETag: \(tag)"]) }
    guard request.start > 0, request.fields["if-range"] == tag else {
      return Reply(200, ["ETag: \(tag)"], text)
    }
    let rest = String(decoding: text.utf8.dropFirst(request.start), as: UTF8.self)
    let range = "bytes \(request.start)-\(text.utf8.count - 1)/\(text.utf8.count)"
    return Reply(206, ["ETag: \(tag)", "Content-Range: \(range)"], rest)
  }

  /// An index of these releases, each at `/VERSION.json`; `special` answers before that.
  static func server(
    _ versions: [String] = ["17.1", "18.0", "18.1"],
    special: @escaping @Sendable (Request) -> Reply? = { _ in nil }
  ) -> LoopbackServer.Answer {
    { request in
      if let reply = special(request) { return reply }
      if request.path == "/index.json" {
        return file(
          index(versions.map { ($0, "http://127.0.0.1:\(request.port)/\($0).json") }), request)
      }
      let version = String(request.path.dropFirst().replacing(".json", with: ""))
      return versions.contains(version) ? file(bundle(version), request) : Reply(404)
    }
  }

  private func fetch(
    _ server: LoopbackServer, _ arguments: [String] = [], environment: [String: String] = [:]
  ) async throws -> ToolRun {
    try bench.write("fetch_from: http://127.0.0.1:\(server.port)/index.json\n", to: "Site/site.yml")
    return try await ToolRun(
      "fetch", Self.patience + arguments + ["--first-wait", "0"], in: bench.folder,
      environment: environment)
  }

  /// On a busy machine the server here may be slow to answer: only what is to end in time has a limit.
  private static let patience = ["--timeout", "3600"]

  private func output() throws -> String { try bench.read("enterprise-attack.json") }

  /// Whether the beginning of a bundle is kept, of so many bytes; a file may go while it is looked at.
  private func hasPart(where isLength: (Int) -> Bool) -> Bool {
    ((try? kept) ?? []).contains { name in
      let file = bench.folder.appending(path: ".cache/attack-relations/bundles/\(name)")
      return name.hasSuffix(".part") && isLength((try? Data(contentsOf: file).count) ?? 0)
    }
  }

  /// The names in the folder of bundles.
  private var kept: [String] {
    get throws {
      let folder = bench.folder.appending(path: ".cache/attack-relations/bundles").path
      guard FileManager.default.fileExists(atPath: folder) else { return [] }
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }
  }

  @Test func `the newest release comes once, and then there is nothing new`() async throws {
    try await LoopbackServer.running(Self.server()) { server in
      let first = try await fetch(server)
      #expect(first.code == 0, "\(first.errors)")
      #expect(first.output == "Fetched Enterprise v18.1 into enterprise-attack.json\n")
      #expect(first.errors == "")
      #expect(try output() == Self.bundle("18.1"))
      let second = try await fetch(server)
      #expect(second.code == 3)
      #expect(second.output == "Nothing new: enterprise-attack.json is Enterprise v18.1\n")
      #expect(server.requests("/18.1.json").count == 1)
      #expect(server.requests("/index.json").last?.fields["if-none-match"] == "\"one\"")
      #expect(try kept.count == 2)
      try bench.write("spoilt", to: "enterprise-attack.json")
      #expect(try await fetch(server).code == 0)
      #expect(try output() == Self.bundle("18.1"))
      #expect(server.requests("/18.1.json").count == 1)
    }
  }

  @Test func `a release is chosen by its number, a beta only so`() async throws {
    let versions = ["9.0", "17.0", "17.1", "18.1", "18.0", "19.0-beta"]
    try await LoopbackServer.running(Self.server(versions)) { server in
      #expect(try await fetch(server).output.contains("v18.1 "))
      for (version, found) in [("previous", "17.1"), ("9.0", "9.0"), ("19.0-beta", "19.0-beta")] {
        let run = try await fetch(server, ["enterprise", "--version", version])
        #expect(
          run.output
            == "Fetched Enterprise v\(found) into enterprise-attack-\(version).json\n",
          "\(run.errors)")
      }
      let none = try await fetch(server, ["--version", "99"])
      #expect(none.code == 1 && none.errors.contains("it has 19.0-beta, 18.1, 18.0, 17.1"))
      let mobile = try await fetch(server, ["mobile"])
      #expect(mobile.code == 1 && mobile.errors.contains("no such release of Mobile"))
    }
  }

  @Test(arguments: [
    ["entreprise", "--version", "17.1"], ["--version", "new"], ["--version=-o"], ["--output", ""],
    ["--timeout", "x", "--version", "17.1"], ["--timeout", "0"], ["--retries", "-1"], ["a", "b"],
  ])
  func `wrong usage is refused before anything is asked`(arguments: [String]) async throws {
    let run = try await ToolRun("fetch", arguments, in: bench.folder)
    #expect(run.code == 64 && run.output == "", "\(run)")
  }

  @Test func `a release that the index changed is only asked whether it did change`() async throws {
    let server = Self.server { request in
      guard request.path == "/index.json" else { return nil }
      let address = "http://127.0.0.1:\(request.port)/18.1.json"
      return Reply(200, [], Self.index([("18.1", address)], modified: "\(request.earlier)"))
    }
    try await LoopbackServer.running(server) { server in
      let runs = [try await fetch(server), try await fetch(server)]
      #expect(runs.map(\.code) == [0, 3])
      #expect(server.requests("/18.1.json").map { $0.fields["if-none-match"] } == [nil, "\"one\""])
      #expect(try kept.count == 2)
    }
  }

  @Test func `what fails in passing is tried again`() async throws {
    let server = Self.server { request in
      switch (request.path, request.earlier) {
      case ("/index.json", 0): Reply(500)
      case ("/18.1.json", 0): Reply(429, ["Retry-After: 0"])
      case ("/18.1.json", 1): Reply(503, [], "<h1>Busy</h1>")
      default: nil
      }
    }
    try await LoopbackServer.running(server) { server in
      let run = try await fetch(server)
      #expect(run.code == 0 && run.output.hasPrefix("Fetched"))
      let notices = run.errors.split(separator: "\n")
      #expect(
        notices.count == 3 && notices.allSatisfy { $0.hasPrefix("notice: ") }, "\(run.errors)")
      #expect(try output() == Self.bundle("18.1"))
    }
  }

  /// What a server may answer in place of a bundle, and what is said about it.
  static let refusals: [(reply: Reply, tries: Int, says: String)] = [
    (Reply(404), 1, "answered 404, expected Enterprise v18.1"),
    (Reply(304), 1, "answered 304"),
    (Reply(500), 3, "answered 500"),
    (Reply(429, ["Retry-After: 3600"]), 1, "it asks us to wait for 3,600 s"),
    (Reply(200, [], "<!doctype html><p>Sign in"), 1, "is HTML or XML, expected the JSON"),
    (Reply(200, [], ""), 1, "is empty"),
    (Reply(200, [], "{\"type\": \"bundle\", \"objects\": [}"), 1, "is not valid JSON"),
    (
      Reply(200, [], bundle("17.1")), 1,
      "holds Enterprise v17.1, but the index promises Enterprise v18.1"
    ),
    (Reply(200, [], bundle("18.1"), length: 100_000), 3, "could not be fetched"),
    (Reply(200, [], bundle("18.1"), length: 100), 1, "is not valid JSON"),
    (Reply(200, [], bundle("18.1"), length: 2_000_000_000), 1, "larger than is allowed"),
    (Reply(206, ["Content-Range: bytes 5-9/10"], "abcde"), 1, "answered with a part"),
    (Reply(302, ["Location: /18.1.json"]), 6, "leads on more than 5 times"),
    (Reply(302, ["Location: http://example.org/x"]), 1, "leads to `http://example.org/x`"),
    (Reply(302, ["Location: file:///etc/passwd"]), 1, "leads to `file:///etc/passwd`"),
    (Reply(200, ["X-Long: " + String(repeating: "x", count: 70_000)]), 1, "a head of more than"),
  ]

  @Test(arguments: refusals.indices)
  func `an answer that is no release replaces nothing`(number: Int) async throws {
    let (reply, tries, says) = Self.refusals[number]
    let server = Self.server { $0.path == "/18.1.json" ? reply : nil }
    try bench.write("old", to: "enterprise-attack.json")
    try await LoopbackServer.running(server) { server in
      let run = try await fetch(server, ["--retries", "2"])
      #expect(run.code == 1 && run.output == "" && run.errors.contains(says), "\(run.errors)")
      #expect(run.errors.contains("error: "))
      #expect(server.requests("/18.1.json").count == tries)
      #expect(try output() == "old")
      #expect(try kept == [])
    }
  }

  @Test(arguments: [
    "-o/tmp/x", "file:///etc/passwd", "http://example.org/18.1.json", "https://a@b/18.1.json",
    "https://example.org/a b", "https://example.org/\\n-o", "ftp://127.0.0.1/x", "",
  ])
  func `an address of the index that may not be asked is refused`(address: String) async throws {
    let index = Reply(200, [], Self.index([("18.1", address)]))
    try await LoopbackServer.running({ _ in index }) { server in
      let run = try await fetch(server)
      #expect(run.code == 1 && run.errors.contains("expected an https:// address"), "\(run.errors)")
    }
  }

  @Test(arguments: ["<html>", "[]", "{\"collections\": 1}", "{\"collections\": []}"])
  func `an index that is none is named`(text: String) async throws {
    try await LoopbackServer.running({ _ in Reply(200, [], text) }) { server in
      let run = try await fetch(server)
      #expect(run.code == 1 && run.errors.contains(":\(server.port)/index.json` "), "\(run.errors)")
    }
  }

  @Test func `a redirect on this machine is followed`() async throws {
    let server = Self.server { request in
      request.path == "/18.1.json"
        ? Reply(302, ["Location: /elsewhere"])
        : request.path == "/elsewhere" ? Self.file(Self.bundle("18.1"), request) : nil
    }
    try await LoopbackServer.running(server) { server in
      let run = try await fetch(server)
      #expect(run.code == 0, "\(run.errors)")
      #expect(try output() == Self.bundle("18.1"))
    }
  }

  /// How a server may go on after an answer that was cut.
  static let resumptions: [@Sendable (Request) -> Reply] = [
    { file(bundle("18.1"), $0) },
    { _ in Reply(200, [], bundle("18.1")) },
    { file(bundle("18.1"), $0, tag: "\"two\"") },
    { $0.start > 0 ? Reply(416) : file(bundle("18.1"), $0) },
    { request in
      let part = Reply(206, ["Content-Range: bytes 1-9/9"], "123456789")
      return request.start > 0 ? part : file(bundle("18.1"), request)
    },
    { request in
      let other = String(repeating: "x", count: 99)
      let range =
        "Content-Range: bytes \(request.start)-\(request.start + 98)/\(request.start + 99)"
      return request.start > 0 ? Reply(206, [range], other) : file(bundle("18.1"), request)
    },
  ]

  @Test(arguments: resumptions.indices, ["0", "3"])
  func `an answer that was cut is gone on with, or fetched whole`(
    number: Int, retries: String
  ) async throws {
    let half = String(Self.bundle("18.1").prefix(900))
    let cut = Reply(200, ["ETag: \"one\""], half, length: Self.bundle("18.1").utf8.count)
    let server = Self.server { request in
      guard request.path == "/18.1.json" else { return nil }
      return request.earlier == 0 ? cut : Self.resumptions[number](request)
    }
    try await LoopbackServer.running(server) { server in
      var run = try await fetch(server, ["--retries", retries])
      if retries == "0" {
        #expect(run.code == 1 && run.errors.contains("it goes on where it ended"))
        #expect(try kept.count == 1)
        run = try await fetch(server, ["--retries", retries])
      }
      #expect(run.code == 0, "\(run.errors)")
      let second = try #require(server.requests("/18.1.json").dropFirst().first)
      #expect(second.start == 900 && second.fields["if-range"] == "\"one\"")
      #expect(try output() == Self.bundle("18.1"))
      #expect(try kept.count == 2)
    }
  }

  @Test func `a stalled answer ends in time, and the next run goes on`() async throws {
    let server = Self.server { request in
      guard request.path == "/18.1.json", request.start == 0 else { return nil }
      var reply = Reply(
        200, ["ETag: \"one\""], String(Self.bundle("18.1").prefix(900)), length: 9999)
      reply.stalls = true
      return reply
    }
    try await LoopbackServer.running(server) { server in
      // On a busy machine it may end before it has the beginning of the answer that stalls.
      repeat {
        let stalled = try await fetch(server, ["--timeout", "1", "--retries", "0"])
        #expect(stalled.code == 1 && stalled.errors.contains("--timeout"), "\(stalled.errors)")
      } while !hasPart(where: { $0 >= 900 })
      #expect(try await fetch(server).code == 0)
      #expect(server.requests("/18.1.json").last?.start == 900)
    }
  }

  @Test func `what a killed run leaves is gone on with`() async throws {
    let whole = Self.bundle("18.1", blanks: 300_000)
    let server = Self.server { request in
      guard request.path == "/18.1.json" else { return nil }
      guard request.earlier == 0 else { return Self.file(whole, request) }
      var reply = Reply(
        200, ["ETag: \"one\""], String(whole.prefix(200_000)), length: whole.utf8.count)
      reply.stalls = true
      return reply
    }
    try await LoopbackServer.running(server) { server in
      try bench.write(
        "fetch_from: http://127.0.0.1:\(server.port)/index.json\n", to: "Site/site.yml")
      let process = Process()
      process.executableURL = ToolRun.tool
      process.arguments = ["fetch"] + Self.patience
      process.currentDirectoryURL = bench.folder
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["XDG_CACHE_HOME": bench.folder.appending(path: ".cache").path]) { $1 }
      process.standardError = FileHandle.nullDevice
      async let ending: Void = process.runToEnd()
      while !hasPart(where: { $0 > 65_000 }) { await Task.yield() }
      kill(process.processIdentifier, SIGKILL)
      try await ending
      #expect(try kept.count == 1)
      #expect(
        !FileManager.default.fileExists(atPath: bench.folder.path + "/enterprise-attack.json"))
      #expect(try await fetch(server).code == 0)
      #expect(try #require(server.requests("/18.1.json").last).start >= 65_000)
      #expect(try output() == whole)
      #expect(try kept.count == 2)
    }
  }

  @Test func `a terminal shows how much has come`() async throws {
    let server = Self.server { request in
      request.path == "/18.1.json"
        ? Self.file(Self.bundle("18.1", blanks: 3 << 20), request) : nil
    }
    try await LoopbackServer.running(server) { server in
      try bench.write(
        "fetch_from: http://127.0.0.1:\(server.port)/index.json\n", to: "Site/site.yml")
      let shown = try await ToolRun.shell(
        "script -qec 'attack-relations fetch \(Self.patience.joined(separator: " "))' /dev/null </dev/null",
        in: bench.folder)
      for megabytes in 1...3 {
        #expect(
          shown.contains("\r\u{1B}[KFetching Enterprise v18.1: \(megabytes) of 3 MB"), "\(shown)")
      }
      #expect(shown.contains("\r\u{1B}[KFetched Enterprise v18.1 into"))
    }
  }

  @Test func `offline it asks nobody`() async throws {
    let none = try await ToolRun("fetch", ["--offline"], in: bench.folder)
    #expect(none.code == 1 && none.errors.contains("the cache has no such release of Enterprise"))
    try await LoopbackServer.running(Self.server()) { server in
      for version in ["17.1", "18.1"] {
        let run = try await fetch(server, ["--version", version])
        #expect(run.code == 0, "\(run.errors)")
      }
    }
    let dry = try await ToolRun("fetch", ["--offline", "--dry-run"], in: bench.folder)
    #expect(dry.code == 0 && dry.output == "New: Enterprise v18.1, which the cache has\n")
    let run = try await ToolRun(
      "fetch", ["--offline"], in: bench.folder, environment: ["PATH": "/nowhere"])
    #expect(run.code == 0 && run.output == "Fetched Enterprise v18.1 into enterprise-attack.json\n")
    #expect(try await ToolRun("fetch", ["--offline"], in: bench.folder).code == 3)
    let before = try await ToolRun(
      "fetch", ["--offline", "--version", "previous"], in: bench.folder)
    #expect(before.output == "Fetched Enterprise v17.1 into enterprise-attack-previous.json\n")
    for name in try kept where name.hasSuffix(".json") {
      try bench.write("spoilt", to: ".cache/attack-relations/bundles/\(name)")
    }
    let spoilt = try await ToolRun("fetch", ["--offline"], in: bench.folder)
    #expect(spoilt.code == 1 && spoilt.errors.contains("is damaged in the cache"))
  }

  @Test func `a dry run says what is new, and writes nothing`() async throws {
    try await LoopbackServer.running(Self.server()) { server in
      let new = try await fetch(server, ["--dry-run"])
      let address = "http://127.0.0.1:\(server.port)/18.1.json"
      #expect(new.code == 0 && new.output == "New: Enterprise v18.1, at \(address)\n")
      #expect(server.requests("/18.1.json").isEmpty)
      #expect(try kept == [])
      #expect(try await fetch(server).code == 0)
      let same = try await fetch(server, ["--dry-run"])
      #expect(same.code == 3 && same.output.hasPrefix("Nothing new"))
    }
  }

  @Test func `the guide's scripts run whether or not something is new`() async throws {
    let guide = try String(
      contentsOf: Workbench.project.appending(path: "Site/pages/run-your-own.md"), encoding: .utf8)
    let commands = guide.split(separator: "\n").filter { $0.hasPrefix("    ") }
      .map { $0.drop { $0 == " " || $0 == "-" } }
      .filter { $0.contains(/^attack-relations (fetch .*|build .*--previous .*)/) }
      .map { $0.replacing("/srv/", with: "") }
    #expect(commands.count == 9)
    try await LoopbackServer.running(Self.server()) { server in
      try bench.write(
        "fetch_from: http://127.0.0.1:\(server.port)/index.json\n", to: "Site/site.yml")
      for start in stride(from: 0, to: commands.count, by: 3) {
        let script = "set -e\n" + commands[start..<(start + 3)].joined(separator: "\n")
        let first = try await ToolRun.shell(script, in: bench.folder)
        #expect(first.contains(start == 0 ? "Fetched Enterprise v18.1" : "Nothing new"), "\(first)")
        #expect(first.contains("Built"), "\(first)")
        let second = try await ToolRun.shell(script, in: bench.folder)
        #expect(second.split(separator: "\n").count { $0.hasPrefix("Nothing new") } == 2)
        #expect(second.contains("Built"), "\(second)")
      }
    }
  }

  @Test func `without curl it says how to get it`() async throws {
    let run = try await ToolRun("fetch", in: bench.folder, environment: ["PATH": "/nowhere"])
    #expect(
      run.errors == """
        error: `curl` is in no folder of PATH, and `fetch` fetches with it
          install it: sudo apt install curl

        """)
    #expect(run.code == 1)
  }

  @Test func `a user's own settings of curl, and proxies, change nothing here`() async throws {
    try bench.write("output = taken\nproxy = \"http://127.0.0.1:9\"\n", to: ".curlrc")
    let environment = [
      "HOME": bench.folder.path, "CURL_HOME": bench.folder.path, "http_proxy": "http://127.0.0.1:9",
    ]
    try await LoopbackServer.running(Self.server()) { server in
      let run = try await fetch(server, environment: environment)
      #expect(run.code == 0, "\(run.errors)")
      #expect(!FileManager.default.fileExists(atPath: bench.folder.path + "/taken"))
    }
  }

  @Test func `a proxy of the environment is asked for what is elsewhere`() async throws {
    try bench.write("fetch_from: https://attack.invalid/index.json\n", to: "Site/site.yml")
    try await LoopbackServer.running({ _ in Reply(403) }) { server in
      let run = try await ToolRun(
        "fetch", Self.patience + ["--retries", "0"], in: bench.folder,
        environment: ["https_proxy": "http://127.0.0.1:\(server.port)", "no_proxy": ""])
      #expect(run.code == 1)
      #expect(server.requests("attack.invalid:443").count == 1, "\(run.errors)")
    }
  }

  @Test(arguments: [
    ("https://example.org/a.json", true), ("http://localhost:80/a", true), ("http://[::1]/a", true),
    ("http://127.0.0.1/a?b=c#d", true), ("https://example.org", true),
    ("http://example.org/a", false),
    ("http://127.0.0.1.example.org/a", false), ("http://localhost@example.org/a", false),
    ("http://127.1/a", false), ("https://", false), ("HTTPS://example.org", false),
    ("https://example.org\\@127.0.0.1/a", false), ("https://example.org/\u{7F}", false),
    ("https://example.org/é", false), ("-https://example.org/a", false),
    ("https://example.org/" + String(repeating: "a", count: 2000), false),
  ])
  func `an address is of the web by https, or of this machine`(text: String, isGood: Bool) {
    #expect((FetchAddress(text) != nil) == isGood)
  }

  @Test func `nothing on the web leads to this machine`() throws {
    let web = try #require(FetchAddress("https://example.org/a"))
    let own = try #require(FetchAddress("http://127.0.0.1/a"))
    #expect(own.mayLead(to: web) && own.mayLead(to: own) && web.mayLead(to: web))
    #expect(!web.mayLead(to: own))
  }

  @Test func `each wait is twice the one before, and at least what is asked for`() {
    let plan = RetryPlan(count: 4)
    #expect((0...4).map { plan.wait(after: $0, asked: nil) } == [1, 2, 4, 8, nil])
    #expect(plan.wait(after: 0, asked: 60) == 60)
    #expect(plan.wait(after: 2, asked: 1) == 4)
    #expect(plan.wait(after: 0, asked: 121) == nil)
  }

  @Test func `a server asks for patience by a number or a date`() {
    let now = Date(timeIntervalSince1970: 784_111_770)
    let head = { (text: String) in
      AnswerHead("HTTP/2 429 \r\nretry-after: \(text)")?.patience(at: now)
    }
    #expect(head("17") == 17)
    #expect(head("-1") == 0)
    #expect(head("Sun, 06 Nov 1994 08:49:37 GMT") == 7)
    #expect(head("soon") == nil)
  }
}
