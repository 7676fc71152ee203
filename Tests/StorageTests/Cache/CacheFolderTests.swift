import Foundation
import TestSupport
import Testing

@testable import Storage

struct CacheFolderTests {
  let scratch: TemporaryFolder
  let cache: CacheFolder

  init() throws {
    scratch = try TemporaryFolder()
    cache = CacheFolder(environment: ["XDG_CACHE_HOME": scratch.path])
  }

  private var file: String { scratch.path + "/attack-relations/thing-ab" }

  private func names() throws -> [String] { try Disk.names(in: scratch.path + "/attack-relations") }

  @Test func `what is kept is found under its kind and its key`() throws {
    let body = [UInt8]("a\nb\n".utf8)
    cache.keep(body, "thing", key: "ab")
    #expect(cache.read("thing", key: "ab") == body)
    #expect(cache.read("thing", key: "ac") == nil && cache.read("other", key: "ab") == nil)
    cache.keep([], "thing", key: "ab")
    #expect(cache.read("thing", key: "ab") == [])
    #expect(try names() == ["thing-ab"])
  }

  @Test func `a file that is cut, changed, made longer or of another key is as good as none`()
    throws
  {
    cache.keep([UInt8]("0123456789".utf8), "thing", key: "ab")
    let whole = try #require(FileManager.default.contents(atPath: file))
    for length in 0..<whole.count {
      try whole.prefix(length).write(to: URL(filePath: file))
      #expect(cache.read("thing", key: "ab") == nil, "\(length)")
    }
    for index in whole.indices {
      var changed = whole
      changed[index] ^= 1
      try changed.write(to: URL(filePath: file))
      #expect(cache.read("thing", key: "ab") == nil, "\(index)")
    }
    try (whole + whole).write(to: URL(filePath: file))
    #expect(cache.read("thing", key: "ab") == nil)
    try whole.write(to: URL(filePath: file.dropLast() + "c"))
    #expect(cache.read("thing", key: "ac") == nil)
  }

  @Test func `a folder, a link or an endless file in its place harms nobody`() throws {
    let files = FileManager.default
    cache.keep([1, 2, 3], "thing", key: "ab")
    try files.moveItem(atPath: file, toPath: file + ".moved")
    try files.createSymbolicLink(atPath: file, withDestinationPath: file + ".moved")
    #expect(cache.read("thing", key: "ab") == nil)
    cache.keep([4], "thing", key: "ab")
    #expect(cache.read("thing", key: "ab") == [4])
    try files.removeItem(atPath: file)
    try files.createDirectory(atPath: file + "/x", withIntermediateDirectories: true)
    cache.keep([5], "thing", key: "ab")
    #expect(cache.read("thing", key: "ab") == nil)
    try files.removeItem(atPath: file)
    try Data().write(to: URL(filePath: file))
    #expect(truncate(file, 1 << 40) == 0)
    #expect(cache.read("thing", key: "ab") == nil)
  }

  @Test func `the newest of a kind stay`() throws {
    for number in 0..<20 {
      cache.keep([UInt8(number)], "thing", key: "k\(number)")
      let time = Date(timeIntervalSince1970: TimeInterval(1_000_000 + number))
      try FileManager.default.setAttributes(
        [.modificationDate: time], ofItemAtPath: scratch.path + "/attack-relations/thing-k\(number)"
      )
    }
    cache.keep([0], "other", key: "k")
    let kept = try names()
    #expect(kept.count == 9 && kept.contains("other-k") && kept.contains("thing-k19"))
    #expect(!kept.contains("thing-k11"))
  }

  @Test func `what an ended process left unfinished goes, what another writes stays`() throws {
    cache.keep([1], "thing", key: "ab")
    for name in ["thing-ab.\(pid_t.max).1", "thing-ab.\(getpid()).1", "thing-ab.1", "other-ab.0"] {
      try scratch.put("half", at: "attack-relations/" + name)
    }
    cache.keep([2], "thing", key: "ac")
    let left = ["other-ab.0", "thing-ab", "thing-ab.\(getpid()).1", "thing-ac"]
    #expect(try names().sorted() == left.sorted())
  }

  @Test func `where there is no such folder, and none can be made, nothing is kept`() throws {
    try scratch.put("", at: "taken")
    for environment in [
      ["XDG_CACHE_HOME": scratch.path + "/taken"], ["HOME": scratch.path + "/taken"],
      ["XDG_CACHE_HOME": "relative", "HOME": ""], [:],
    ] {
      let cache = CacheFolder(environment: environment)
      cache.keep([1], "thing", key: "ab")
      #expect(cache.read("thing", key: "ab") == nil)
    }
    #expect(try scratch.names == ["taken"])
  }

  @Test func `several may keep the same at once`() async throws {
    let body = [UInt8](repeating: 7, count: 100_000)
    await withTaskGroup(of: Void.self) { [cache] group in
      for _ in 0..<20 {
        group.addTask {
          cache.keep(body, "thing", key: "ab")
          #expect(cache.read("thing", key: "ab") == body)
        }
      }
    }
    #expect(try names() == ["thing-ab"])
  }
}
