import TestSupport
import Foundation
import Testing
import Website
@testable import Storage

struct TargetFolderTests {
  let scratch: TemporaryFolder

  init() throws {
    scratch = try TemporaryFolder()
  }

  @Test func `a folder that is not ours is refused and stays as it was`() throws {
    try scratch.put("precious", at: "home/thesis.txt")
    let home = scratch.path + "/home"
    #expect(throws: SiteFolderError.notOurs(folder: home, found: "thesis.txt")) {
      try SiteFolder(at: home)
    }
    #expect(try scratch.text("home/thesis.txt") == "precious")
    #expect(try scratch.names == ["home"])
  }

  @Test func `a folder that becomes another's during the build is left alone`() throws {
    let folder = try SiteFolder(at: scratch.path + "/site")
    try folder.write("data/site.json", "{}".utf8)
    try scratch.put("precious", at: "site/thesis.txt")
    #expect(
      throws: SiteFolderError.notOurs(folder: scratch.path + "/site", found: "thesis.txt")
    ) { try folder.commit() }
    #expect(try scratch.text("site/thesis.txt") == "precious")
    #expect(try scratch.names == ["site"])
  }

  @Test(arguments: ["file", "file/", "file/below", "file/far/below"])
  func `a file in the way is named`(path: String) throws {
    try scratch.put("text", at: "file")
    #expect(throws: SiteFolderError.notAFolder(scratch.path + "/file")) {
      try SiteFolder(at: "\(scratch.path)/\(path)")
    }
    #expect(try scratch.text("file") == "text")
  }

  @Test(arguments: ["/", "/proc", "/proc/self/../"])
  func `a mount point is refused`(path: String) throws {
    let real = path == "/" ? "/" : "/proc"
    #expect(throws: SiteFolderError.mountPoint(real)) { try SiteFolder(at: path) }
  }

  @Test func `where nothing can be written the system's word is passed on`() throws {
    let error = try #require(throws: SiteFolderError.self) { try SiteFolder(at: "/proc/self/x") }
    guard case .system(_, let path, let code) = error else {
      Issue.record("unexpected \(error)")
      return
    }
    #expect(path.hasSuffix("/.x.lock") && code == ENOENT)
  }

  @Test func `a link to a site is followed, and stays a link`() throws {
    try scratch.build("real", ["index.html": "old"])
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/link", withDestinationPath: "real")
    try scratch.build("link", ["index.html": "new"])
    #expect(try scratch.text("real/index.html") == "new")
    #expect(try scratch.entry("link")?.kind == .link)
    #expect(try scratch.names == ["link", "real"])
  }

  @Test func `a link to what is not there yet is followed`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/link", withDestinationPath: "one/two/real")
    try scratch.build("link", ["index.html": "new"])
    #expect(try scratch.text("one/two/real/index.html") == "new")
    #expect(try scratch.entry("link")?.kind == .link)
  }

  @Test func `a link to itself is refused`() throws {
    let link = scratch.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "link")
    #expect(throws: SiteFolderError.self) { try SiteFolder(at: link) }
  }

  @Test func `a path with dots and slashes at its end means the same folder`() throws {
    try scratch.build("site", [:])
    for path in ["site/", "site//", "./site/.", "site/data/.."] {
      #expect(try TargetFolder("\(scratch.path)/\(path)").path == scratch.path + "/site")
    }
    #expect(try TargetFolder(scratch.path + "/new//").path == scratch.path + "/new")
  }

  @Test func `one build at a time`() throws {
    let first = try SiteFolder(at: scratch.path + "/site")
    #expect(throws: SiteFolderError.busy(folder: scratch.path + "/site")) {
      try SiteFolder(at: scratch.path + "/site")
    }
    first.discard()
    try scratch.build("site", [:])
    #expect(try scratch.names == ["site"])
  }

  @Test func `the leftovers of a killed build go with the next`() throws {
    try scratch.build("site", ["index.html": "old"])
    try scratch.put("", at: ".site.lock")
    try scratch.put("half", at: ".site.building/deep/er/half.html")
    try scratch.put("elder", at: ".site.replaced/data/site.json")
    try scratch.build("site", ["index.html": "new"])
    #expect(try scratch.names == ["site"])
    #expect(try scratch.text("site/index.html") == "new")
  }

  @Test func `a leftover that is a link is removed, not what it points to`() throws {
    try scratch.put("precious", at: "home/thesis.txt")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/.site.building", withDestinationPath: "home")
    try scratch.build("site", [:])
    #expect(try scratch.names == ["home", "site"])
    #expect(try scratch.text("home/thesis.txt") == "precious")
  }

  @Test func `a build killed between two renames gives the old site back`() throws {
    try scratch.put("old", at: ".site.replaced/data/site.json")
    try scratch.put("new", at: ".site.building/data/site.json")
    try TargetFolder(scratch.path + "/site").recover()
    #expect(try scratch.text("site/data/site.json") == "old")
    #expect(try scratch.names == ["site"])
  }

  @Test func `where names cannot change places two renames do`() throws {
    try scratch.put("old", at: "site/data/site.json")
    try scratch.put("new", at: ".site.building/data/site.json")
    try TargetFolder(scratch.path + "/site").swapIn { _, _ in false }
    #expect(try scratch.text("site/data/site.json") == "new")
    #expect(try scratch.names == ["site"])
  }

  @Test func `if the second rename fails the old site comes back`() throws {
    try scratch.put("old", at: "site/data/site.json")
    #expect(throws: SiteFolderError.self) {
      try TargetFolder(scratch.path + "/site").swapIn { _, _ in false }
    }
    #expect(try scratch.text("site/data/site.json") == "old")
    #expect(try scratch.names == ["site"])
  }

  @Test func `where a file can have one name only, its copy takes its time`() throws {
    try scratch.put("same", at: "old")
    let past = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes(
      [.modificationDate: past], ofItemAtPath: scratch.path + "/old")
    try Array("same".utf8).withUnsafeBytes { bytes in
      try Disk.write(bytes, to: scratch.path + "/new", timesOf: scratch.path + "/old")
    }
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path + "/new")
    #expect(attributes[.modificationDate] as? Date == past)
    #expect(try scratch.text("new") == "same")
  }
}
