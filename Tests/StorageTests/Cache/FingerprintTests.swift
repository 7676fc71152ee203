import Storage
import Testing
import Text

struct FingerprintTests {
  private func file(_ path: String, _ text: String?) -> SourceFile {
    SourceFile(path: path, bytes: text.map { Array($0.utf8) })
  }

  private func hash(_ files: [SourceFile], tool: String = "t", option: String = "o") async -> String
  {
    var fingerprint = Fingerprint(of: tool)
    fingerprint.add("option", option)
    fingerprint.add("files", files)
    return await fingerprint.hexadecimal
  }

  @Test func `the same parts give the same hash`() async {
    let files = [file("a", "1"), file("b", nil)]
    #expect(await hash(files) == hash(files))
  }

  @Test func `bytes, names, their order, options and the tool all tell`() async {
    let hashes = [
      await hash([]), await hash([file("a", "1")]), await hash([file("a", "2")]),
      await hash([file("b", "1")]), await hash([file("a", nil)]), await hash([file("a", "")]),
      await hash([file("a", "1"), file("b", "2")]), await hash([file("b", "2"), file("a", "1")]),
      await hash([file("a", "12"), file("b", "")]), await hash([file("a", "1b"), file("", "2")]),
      await hash([], tool: "u"), await hash([], option: "p"),
      await hash([], tool: "to", option: ""),
    ]
    #expect(Set(hashes).count == hashes.count)
  }

  @Test func `every byte of a large file counts`() async {
    var bytes = [UInt8](repeating: 0, count: 3 << 20)
    var hashes: Set<String> = []
    for index in [0, 1 << 20, (2 << 20) - 1, bytes.count - 1] {
      bytes[index] = 1
      hashes.insert(await hash([SourceFile(path: "a", bytes: bytes)]))
    }
    #expect(hashes.count == 4)
  }

  @Test func `the tool that runs is known`() {
    #expect(RunningTool.identity?.count == 64)
  }
}
