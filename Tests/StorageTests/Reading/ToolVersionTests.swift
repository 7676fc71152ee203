import Foundation
import Storage
import Testing

struct ToolVersionTests {
  private let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func read(_ file: String) throws -> String {
    try String(contentsOf: project.appending(path: file), encoding: .utf8)
  }

  @Test func `the version is what the file VERSION says`() throws {
    #expect(try read("VERSION") == ToolVersion.number + "\n")
    #expect(ToolVersion.number.wholeMatch(of: /\d+\.\d+\.\d+/) != nil)
  }

  @Test func `the newest changes are those of this version`() throws {
    let heading = try read("CHANGELOG.md").split(separator: "\n").first { $0.hasPrefix("## ") }
    #expect(heading == "## \(ToolVersion.number)")
  }

  @Test func `a commit stands behind it where one is known`() {
    let commit = ToolVersion.withCommit.dropFirst(ToolVersion.number.count)
    #expect(ToolVersion.withCommit.hasPrefix(ToolVersion.number))
    #expect(commit.wholeMatch(of: /(\ \([0-9a-f]{7,}(, changed)?\))?/) != nil)
  }
}
