import FlyingSocks
import Foundation
import Testing
import Website
import attack_relations
import Storage

// None of these tests waits for a length of time; the limit is for one that hangs.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct SiteServerTests {
  let site: ServedSite

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let built = try SiteFolder(at: folder.path)
    try built.write("data/site.json", Array("{}".utf8))
    try built.write("index.html", Array("<p>root".utf8))
    try built.commit()
    site = try ServedSite(folder: folder.path)
    try FileManager.default.removeItem(at: folder)
  }

  /// The whole answer to a request of this first line.
  private func ask(_ port: UInt16, _ request: String) async throws -> String {
    try await send(port, request + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
  }

  /// All that is answered to these texts until the server ends the connection; `meanwhile` runs
  /// between the two.
  private func send(
    _ port: UInt16, _ text: String, then rest: String = "",
    meanwhile: () async throws -> Void = {}
  ) async throws -> String {
    let pool = SocketPool.make()
    try await pool.prepare()  // before it runs: a pool that is not ready ends at once
    let running = Task { try await pool.run() }
    defer { running.cancel() }
    let socket = try AsyncSocket(socket: Socket(domain: AF_INET, type: .stream), pool: pool)
    try await socket.connect(to: try sockaddr_in.inet(ip4: "127.0.0.1", port: port))
    defer { try? socket.close() }
    try await socket.write(Data(text.utf8))
    try await meanwhile()
    try await socket.write(Data(rest.utf8))
    var answer: [UInt8] = []
    do {
      for try await byte in socket.bytes { answer.append(byte) }
    } catch SocketError.disconnected {}
    return String(decoding: answer, as: UTF8.self)
  }

  /// Runs `body` while a server runs, and stops it.
  private func serving(
    _ served: ServedSite? = nil, on port: UInt16 = 0, patience: Duration = .seconds(600),
    _ body: (UInt16) async throws -> Void
  ) async throws {
    let site = served ?? site
    let (ports, continuation) = AsyncStream<UInt16>.makeStream()
    let running = Task {
      defer { continuation.finish() }
      try await SiteServer(site, port: port, patience: patience).run { continuation.yield($0) }
    }
    defer { running.cancel() }
    try await body(#require(await ports.first { _ in true }, "the server never listened"))
    running.cancel()
    _ = await running.result
  }

  @Test func `it answers with status, fields and bytes`() async throws {
    let answer = await site.current.answer(method: "GET", target: "/")
    let fields = answer.headers.map { "\($0): \($1)\r\n" }.sorted().joined()
    try await serving { port in
      let get = try await ask(port, "GET / HTTP/1.1")
      #expect(get == "HTTP/1.1 200 OK\r\n\(fields)\r\n<p>root")
      let head = try await ask(port, "HEAD / HTTP/1.1")
      #expect(head == "HTTP/1.1 200 OK\r\n\(fields)\r\n")
    }
  }

  @Test(arguments: [
    ("GET /%2e%2e/secret HTTP/1.1", "404 Not Found"), ("GET /../x HTTP/1.1", "404 Not Found"),
    ("GET /\\..\\x HTTP/1.1", "404 Not Found"), ("GET /%00 HTTP/1.1", "404 Not Found"),
    ("GET x HTTP/1.1", "404 Not Found"), ("GET /data/ HTTP/1.1", "404 Not Found"),
    ("POST / HTTP/1.1", "405 Method Not Allowed"),
    ("GET / HTTP/1.1\r\nIf-None-Match: *", "304 Not Modified"),
  ])
  func `it answers by name, and only by name`(request: String, status: String) async throws {
    try await serving { port in
      let answer = try await ask(port, request)
      #expect(answer.hasPrefix("HTTP/1.1 \(status)\r\n"))
      #expect(answer.contains("\r\nContent-Security-Policy: default-src 'none'; "))
    }
  }

  @Test func `requests are answered one after the other, until one is the last`() async throws {
    let requests = """
      \r\nGET / HTTP/1.1\r\nHost: a\r\n\r\nHEAD / HTTP/1.1\n\n\
      GET /none HTTP/1.1\r\nConnection: close\r\n\r\nGET / HTTP/1.1\r\n\r\n
      """
    try await serving { port in
      let answers = try await send(port, requests)
      let lines = answers.split(separator: "\r\n").filter { $0.hasPrefix("HTTP/1.1 ") }
      #expect(answers.contains("\r\n<p>rootHTTP/1.1 200 OK\r\n"))
      #expect(lines == ["HTTP/1.1 200 OK", "HTTP/1.1 404 Not Found"])
    }
  }

  @Test(arguments: [
    ("GET /\r\n\r\n", "400 Bad Request"), ("GET  / HTTP/1.1\r\n\r\n", "400 Bad Request"),
    ("GET / HTTP/2\r\n\r\n", "400 Bad Request"),
    ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", "400 Bad Request"),
    (
      "GET / HTTP/1.1\r\nX: " + String(repeating: "x", count: 20_000),
      "431 Request Header Fields Too Large"
    ),
    ("GET / HTTP/1.0\r\n\r\n", "200 OK"),
    ("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello", "405 Method Not Allowed"),
  ])
  func `it ends the connection where it cannot tell what follows`(
    request: String, status: String
  ) async throws {
    try await serving { port in
      let answer = try await send(port, request)
      #expect(answer.hasPrefix("HTTP/1.1 \(status)\r\n"))
      #expect(answer.components(separatedBy: "HTTP/1.1 ").count == 2)
    }
  }

  @Test func `a client that takes its time holds up no other`() async throws {
    try await serving { port in
      let slow = try await send(port, "GET / HTTP/1.1\r\nConnection: close\r\n", then: "\r\n") {
        for _ in 0..<3 {
          let other = try await ask(port, "GET / HTTP/1.1")
          #expect(other.hasSuffix("<p>root"))
        }
      }
      #expect(slow.hasSuffix("<p>root"))
    }
  }

  @Test func `a client that says nothing is sent away`() async throws {
    try await serving(patience: .milliseconds(20)) { port in
      let answer = try await send(port, "GET / HT")
      #expect(answer.isEmpty)
    }
  }

  @Test func `pages that load themselves again hold no connection`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let built = try SiteFolder(at: folder.path)
    try built.write("data/site.json", Array("{}".utf8))
    try built.write("index.html", Array("<p>root".utf8))
    try built.commit()
    try await serving(ServedSite(folder: folder.path, reloadingPages: true)) { port in
      // What is sent ends with the connection, so this would not return if the server kept it.
      let page = try await send(port, "GET / HTTP/1.1\r\nConnection: keep-alive\r\n\r\n")
      #expect(page.contains("<p>root<script "))
      let tag = try await send(port, "GET /.changes.txt HTTP/1.1\r\n\r\n")
      #expect(tag.hasPrefix("HTTP/1.1 200 OK\r\n"))
    }
  }

  @Test func `a port that is in use is refused`() async throws {
    try await serving { port in
      await #expect(throws: SiteServer.Refusal.portInUse(port)) {
        try await SiteServer(site, port: port).run { _ in }
      }
    }
  }

  @Test func `once stopped it leaves its port to the next`() async throws {
    var first: UInt16 = 0
    try await serving { first = $0 }
    var second: UInt16 = 0
    try await serving(on: first) { second = $0 }
    #expect(first != 0 && second == first)
  }
}
