import TestSupport
import Foundation
import Testing
import Website
@testable import Storage

struct SiteMemoryTests {
  let scratch: TemporaryFolder
  let site: SiteMemory

  init() throws {
    scratch = try TemporaryFolder()
    try scratch.put("secret", at: "secret")
    try scratch.put("secret", at: "private/index.html")
    try scratch.build(
      "site",
      [
        "index.html": "root", "techniques/index.html": "list", "techniques/T1.html": "T1",
        "assets/site.0a1b2c3d.css": "a{}", "assets/site.css": "b{}", "assets/jquery.min.js": "c",
        "figures/T1.svg": "<svg/>", "pages/plan.png": "p", "pages/us.jpeg": "p", "data/a.csv": "a",
        "feed.xml": "<feed/>", "LICENSE": "x",
        "404.html": """
        <html lang=en data-base="" data-search-index=assets/site.0a1b2c3d.css><link href="assets/site.0a1b2c3d.css"><a href='./index.html#x'>1</a><a href=#top>2</a>
        <a href="https://example.org/">3</a><a href=/wiki/deep/techniques/T1.html#y>4</a><img src>
        """,
      ])
    let path = scratch.path
    try FileManager.default.createSymbolicLink(
      atPath: path + "/site/link.html", withDestinationPath: path + "/secret")
    try FileManager.default.createSymbolicLink(
      atPath: path + "/site/folder", withDestinationPath: path + "/private")
    site = try SiteMemory(folder: path + "/site")
  }

  private func get(_ target: String) -> SiteAnswer {
    site.answer(method: "GET", target: target)
  }

  @Test(arguments: [
    ("/", "root"), ("/index.html", "root"), ("/?q=1", "root"), ("/techniques/", "list"),
    ("/techniques/T1.html", "T1"), ("/%74echniques%2FT1.html#x", "T1"), ("/LICENSE", "x"),
  ])
  func `a path is answered with the file of that name`(target: String, text: String) {
    let answer = get(target)
    #expect(answer.status == .ok && answer.body == Array(text.utf8))
    #expect(answer.headers["Content-Length"] == "\(text.utf8.count)")
  }

  @Test(arguments: [
    "/gone", "/%2e%2e/secret", "/../secret", "/..%2fsecret", "/techniques/../index.html",
    "/./index.html", "//index.html", "//secret", "/index.html/", "/link.html", "/folder/",
    "/folder/index.html", "/index.html%00", "/index.html\0", "/techniques\\T1.html",
    "/techniques%5CT1.html", "/%", "/%zz", "/%ff", "/%2", "", "index.html", "*", "secret",
    "http://127.0.0.1/index.html", "/INDEX.html", "/techniques//T1.html",
  ])
  func `any other path is answered with the page for that`(target: String) {
    let answer = get(target)
    #expect(answer.status == .notFound && answer == get("/gone"))
  }

  @Test func `the links of that page hold at every path`() {
    #expect(
      String(decoding: get("/a/b/c").body, as: UTF8.self) == """
        <html lang=en data-base="/" data-search-index=/assets/site.0a1b2c3d.css><link \
        href="/assets/site.0a1b2c3d.css"><a href='/./index.html#x'>1</a><a href=#top>2</a>
        <a href="https://example.org/">3</a><a href=/techniques/T1.html#y>4</a><img src>
        """)
    #expect(get("/a").headers["Content-Type"] == "text/html; charset=utf-8")
  }

  @Test func `a site may lack that page`() throws {
    try scratch.build("bare", [:])
    let answer = try SiteMemory(folder: scratch.path + "/bare").answer(method: "GET", target: "/")
    #expect(answer.status == .notFound && !answer.body.isEmpty)
  }

  @Test func `a folder without its slash is sent on, so that its links hold`() {
    let answer = get("/techniques")
    #expect(answer.status == .moved && answer.headers["Location"] == "/techniques/")
    #expect(answer.headers["Content-Security-Policy"] != nil)
  }

  @Test func `HEAD says what GET says, without the bytes`() {
    for target in ["/", "/gone"] {
      let head = site.answer(method: "HEAD", target: target)
      #expect(head.body == [] && !get(target).body.isEmpty)
      #expect(head.status == get(target).status && head.headers == get(target).headers)
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "get", ""])
  func `other methods are refused`(method: String) {
    let answer = site.answer(method: method, target: "/")
    #expect(answer.status == .methodNotAllowed && answer.headers["Allow"] == "GET, HEAD")
  }

  @Test func `every answer carries the policy`() {
    let answers = ["/", "/gone", "/techniques"].map(get)
    for answer in answers + [site.answer(method: "POST", target: "/")] {
      #expect(
        answer.headers["Content-Security-Policy"]
          == "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
          + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
      #expect(answer.headers["X-Content-Type-Options"] == "nosniff")
      #expect(answer.headers["Referrer-Policy"] == "no-referrer")
    }
  }

  @Test func `a figure that stands alone may carry its style, and nothing else`() {
    #expect(
      get("/figures/T1.svg").headers["Content-Security-Policy"]
        == "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
  }

  @Test(arguments: [
    ("/", "text/html; charset=utf-8"), ("/assets/site.css", "text/css; charset=utf-8"),
    ("/assets/jquery.min.js", "text/javascript; charset=utf-8"),
    ("/figures/T1.svg", "image/svg+xml; charset=utf-8"),
    ("/data/a.csv", "text/csv; charset=utf-8"), ("/feed.xml", "application/xml; charset=utf-8"),
    ("/data/site.json", "application/json; charset=utf-8"),
    ("/pages/plan.png", "image/png"), ("/pages/us.jpeg", "image/jpeg"),
    ("/LICENSE", "application/octet-stream"),
  ])
  func `the type follows from the name`(target: String, type: String) {
    #expect(get(target).headers["Content-Type"] == type)
  }

  @Test func `only a file that is named by its content is kept for good`() {
    for target in ["/", "/assets/site.css", "/assets/jquery.min.js", "/gone"] {
      #expect(get(target).headers["Cache-Control"] == "no-cache")
    }
    #expect(
      get("/assets/site.0a1b2c3d.css").headers["Cache-Control"]
        == "public, max-age=31536000, immutable")
  }

  @Test func `a file that the reader has is not sent again`() throws {
    let tag = try #require(get("/").headers["ETag"])
    #expect(tag.hasPrefix("\"") && tag.hasSuffix("\""))
    #expect(get("/techniques/").headers["ETag"] != tag)
    for field in [tag, "\"x\", \(tag)", "W/\(tag)", "*"] {
      let answer = site.answer(method: "GET", target: "/", ifNoneMatch: field)
      #expect(answer.status == .notModified && answer.body == [] && answer.headers["ETag"] == tag)
    }
    for field in ["\"x\"", "", String(tag.dropLast())] {
      #expect(site.answer(method: "GET", target: "/", ifNoneMatch: field) == get("/"))
    }
  }

  @Test func `a folder that is no built site is refused`() throws {
    for folder in [scratch.path, scratch.path + "/none", scratch.path + "/secret"] {
      #expect(throws: SiteFolderError.unmarked(folder: folder)) { try SiteMemory(folder: folder) }
    }
  }

  @Test func `a site that is built again is loaded again`() async throws {
    let served = try ServedSite(folder: scratch.path + "/site")
    #expect(await served.current.answer(method: "GET", target: "/").body == Array("root".utf8))
    try scratch.build("site", ["index.html": "newer"])
    #expect(await served.current.answer(method: "GET", target: "/").body == Array("newer".utf8))
    try FileManager.default.removeItem(atPath: scratch.path + "/site")
    #expect(await served.current.answer(method: "GET", target: "/").body == Array("newer".utf8))
  }
}
