import Foundation
import TestSupport
import Testing

@testable import Storage

struct PageReloadingTests {
  let scratch: TemporaryFolder

  init() throws {
    scratch = try TemporaryFolder()
    try build("one")
  }

  private static let head = """
    <!DOCTYPE html><meta charset=utf-8>
    <meta http-equiv=Content-Security-Policy content="default-src 'none'; script-src 'self'">
    """

  private func build(_ text: String) throws {
    try scratch.build(
      "site",
      [
        "index.html": Self.head + "<body>" + text, "bare.html": text, "a.css": "p{}",
        "404.html": Self.head + "<body>none",
      ])
  }

  private func site(reloading: Bool = true) throws -> ServedSite {
    try ServedSite(folder: scratch.path + "/site", reloadingPages: reloading)
  }

  private func get(_ target: String, _ site: ServedSite, known: String? = nil) async -> SiteAnswer {
    await site.current.answer(method: "GET", target: target, ifNoneMatch: known)
  }

  private func text(_ target: String, _ site: ServedSite) async -> String {
    String(decoding: await get(target, site).body, as: UTF8.self)
  }

  @Test func `a page gets the script, and leave to run it in its own policy`() async throws {
    let site = try site()
    let tag = await text("/.changes.txt", site)
    let script = "<script src=/.changes.js data-site=\(tag)></script>"
    let mended = """
      <!DOCTYPE html><meta charset=utf-8>
      <meta http-equiv=Content-Security-Policy content="default-src 'none'; script-src 'self'; \
      connect-src 'self'">
      """
    #expect(await text("/", site) == mended + "<body>one" + script)
    #expect(await text("/gone", site) == mended + "<body>none" + script)
    #expect(await text("/bare.html", site) == "one" + script)
    #expect(await text("/a.css", site) == "p{}")
    #expect(await text("/.changes.js", site).contains("location.reload()"))
  }

  @Test func `every answer allows the script, and ends its connection`() async throws {
    let site = try site()
    for target in ["/", "/gone", "/data", "/a.css", "/.changes.txt", "/.changes.js"] {
      let answer = await get(target, site)
      let policy = try #require(answer.headers["Content-Security-Policy"])
      #expect(policy.hasSuffix("; frame-ancestors 'none'; connect-src 'self'"))
      #expect(policy.contains("; script-src 'self'; "))
      #expect(answer.endsConnection && answer.headers["Connection"] == "close")
    }
  }

  @Test func `a newer site has another tag, and its pages are sent again`() async throws {
    let site = try site()
    let (tag, page) = (await text("/.changes.txt", site), await get("/bare.html", site))
    #expect(await text("/.changes.txt", site) == tag)
    let known = page.headers["ETag"]
    #expect(await get("/bare.html", site, known: known).status == .notModified)
    try build("one")
    #expect(await text("/.changes.txt", site) != tag)
    // A page that is the same but for its tag: an answer from before would reload without end.
    let newer = await get("/bare.html", site, known: known)
    #expect(newer.status == .ok && newer.body != page.body)
    try build("two")
    #expect(await text("/bare.html", site).hasPrefix("two<script "))
  }

  @Test func `without the option nothing of it is there`() async throws {
    let site = try site(reloading: false)
    #expect(await text("/", site) == Self.head + "<body>one")
    for target in ["/.changes.txt", "/.changes.js"] {
      #expect(await get(target, site) == (await get("/gone", site)))
    }
    let answer = await get("/", site)
    #expect(answer.headers["Connection"] == nil && !answer.endsConnection)
    #expect(answer.headers["Content-Security-Policy"]?.contains("connect-src") == false)
  }

  @Test func `of a newer site only what changed is read`() async throws {
    let first = try SiteMemory(folder: scratch.path + "/site")
    try build("two")
    let second = try SiteMemory(folder: scratch.path + "/site", after: first)
    #expect(second.answer(method: "GET", target: "/bare.html").body == Array("two".utf8))
    #expect(second.answer(method: "GET", target: "/a.css").body == Array("p{}".utf8))
    // The same file of the disk, and so the same time and size: its old bytes are taken for it.
    let path = scratch.path + "/site/a.css"
    var status = stat()
    stat(path, &status)
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.write(contentsOf: Data("q{}".utf8))
    try file.close()
    utimensat(AT_FDCWD, path, [status.st_atim, status.st_mtim], 0)
    let third = try SiteMemory(folder: scratch.path + "/site", after: second)
    let fresh = try SiteMemory(folder: scratch.path + "/site")
    #expect(third.answer(method: "GET", target: "/a.css").body == Array("p{}".utf8))
    #expect(fresh.answer(method: "GET", target: "/a.css").body == Array("q{}".utf8))
  }
}
