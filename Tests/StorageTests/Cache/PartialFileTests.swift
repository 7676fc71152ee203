import Foundation
import TestSupport
import Testing

@testable import Storage

struct PartialFileTests {
  let scratch: TemporaryFolder
  private var path: String { scratch.path + "/a.part" }

  init() throws { scratch = try TemporaryFolder() }

  @Test func `a later run goes on where the file ends`() throws {
    do {
      let file = try PartialFile(at: path)
      #expect(file.mark == nil && file.count == 0)
      try file.restart(mark: "\"one\"")
      try file.append([UInt8]("ab\n".utf8))
    }
    let file = try PartialFile(at: path)
    #expect(file.mark == "\"one\"" && file.count == 3)
    try file.append([UInt8]("cd".utf8))
    #expect(try file.body() == [UInt8]("ab\ncd".utf8))
    try file.restart(mark: "\"two\"")
    try file.append([UInt8]("x".utf8))
    #expect(try file.body() == [UInt8]("x".utf8))
    #expect(try scratch.text("a.part") == "\"two\"\nx")
  }

  @Test(arguments: ["", "\n", "\"one\"", "\nabc", String(repeating: "x", count: 600) + "\nabc"])
  func `without a whole mark there is nothing to go on with`(text: String) throws {
    try scratch.put(text, at: "a.part")
    let file = try PartialFile(at: path)
    #expect(file.mark == nil && file.count == 0)
  }

  @Test(arguments: [nil, "", "a\nb", String(repeating: "x", count: 600)])
  func `what no run can go on with does not stay`(mark: String?) throws {
    do {
      let file = try PartialFile(at: path)
      try file.restart(mark: mark)
      try file.append([UInt8]("ab".utf8))
      #expect(try file.body() == [UInt8]("ab".utf8))
    }
    #expect(try scratch.names == [])
  }

  @Test func `a file that was removed leaves one of the same name alone`() throws {
    do {
      let file = try PartialFile(at: path)
      file.remove()
      try scratch.put("\"one\"\nab", at: "a.part")
      file.remove()
    }
    #expect(try scratch.names == ["a.part"])
  }
}
