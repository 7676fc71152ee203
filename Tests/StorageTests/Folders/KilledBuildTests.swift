import TestSupport
import Foundation
import Testing
import Website
@testable import Storage

/// A build that is killed at any moment leaves the old site or the new one, whole.
@Suite(.serialized)
struct KilledBuildTests {
  @Test(arguments: [1, 2, 4, 8, 16, 32, 64, 128])
  func `a kill leaves one site whole, and the next build clears the rest`(
    milliseconds: Int
  ) async throws {
    let scratch = try TemporaryFolder()
    try scratch.build("site", Self.pages(of: 0))
    let path = scratch.path
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, milliseconds = milliseconds as Int] in
      for number in 1... {
        let folder = try SiteFolder(at: path + "/site")
        try folder.write("data/site.json", "{}".utf8)
        for (page, text) in Self.pages(of: number) { try folder.write(page, text.utf8) }
        try folder.commit()
        if number == 1 { Self.killThisProcess(after: milliseconds) }
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
    let (looking, told) = AsyncStream<Void>.makeStream()
    let watcher = Task.detached {
      var (looks, missing) = (0, 0)
      repeat {
        if try scratch.entry("site") == nil { missing += 1 }
        looks += 1
        told.finish()
      } while !Task.isCancelled
      return (looks, missing)
    }
    for await _ in looking {}
    for number in 1...500 { try scratch.build("site", ["index.html": "\(number)"]) }
    watcher.cancel()
    let (looks, missing) = try await watcher.value
    #expect(looks > 1 && missing == 0)
  }

  private static func killThisProcess(after milliseconds: Int) {
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
      kill(getpid(), SIGKILL)
    }
  }

  private static func pages(of number: Int) -> [String: String] {
    Dictionary(uniqueKeysWithValues: (0..<30).map { ("p\($0).html", "\(number)") })
  }
}
