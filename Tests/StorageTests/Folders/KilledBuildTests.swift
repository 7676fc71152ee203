import TestSupport
import Foundation
import Testing
import Website
@testable import Storage

/// A build that is killed at any moment leaves the old site or the new one, whole.
@Suite(.serialized)
struct KilledBuildTests {
  @Test(arguments: [1, 4, 16, 64, 256, 1024, 4096, 16384])
  func `a kill leaves one site whole, and the next build clears the rest`(
    looks: Int
  ) async throws {
    let scratch = try TemporaryFolder()
    try scratch.build("site", Self.pages(of: 0))
    let path = scratch.path
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, looks = looks as Int] in
      for number in 1... {
        let folder = try SiteFolder(at: path + "/site")
        try folder.write("data/site.json", "{}".utf8)
        for (page, text) in Self.pages(of: number) { try folder.write(page, text.utf8) }
        try folder.commit()
        if number == 1 { Self.killThisProcess(after: looks, in: path) }
      }
    }
    let number = try scratch.text("site/p0.html")
    #expect(number != "0")
    for page in Self.pages(of: 0).keys {
      #expect(try scratch.text("site/\(page)") == number)
    }
    #expect(try Disk.names(in: path + "/site").count == 31)
    try scratch.build("site", Self.pages(of: -1))
    #expect(try scratch.names == ["site"])
    #expect(try scratch.text("site/p0.html") == "-1")
  }

  @Test func `there is no moment without a site`() async throws {
    let scratch = try TemporaryFolder()
    try scratch.build("site", [:])
    let (sights, continuation) = AsyncStream<Bool>.makeStream()
    Thread.detachNewThread {
      repeat {
        continuation.yield((try? scratch.entry("site")) != nil)
      } while (try? scratch.entry("end")) == nil
      continuation.finish()
    }
    var looks = sights.makeAsyncIterator()
    _ = await looks.next()
    for number in 1...500 { try scratch.build("site", ["index.html": "\(number)"]) }
    try scratch.put("", at: "end")
    var missing = 0
    while let isThere = await looks.next() { missing += isThere ? 0 : 1 }
    #expect(missing == 0)
  }

  /// At the last of so many looks that find a build at work: more in the folder than its site.
  private static func killThisProcess(after looks: Int, in folder: String) {
    Thread.detachNewThread {
      var seen = 0
      while seen < looks {
        if let names = try? Disk.names(in: folder), names != ["site"] { seen += 1 }
      }
      kill(getpid(), SIGKILL)
    }
  }

  private static func pages(of number: Int) -> [String: String] {
    Dictionary(uniqueKeysWithValues: (0..<30).map { ("p\($0).html", "\(number)") })
  }
}
