import Foundation
import Testing

/// One run of the tool, as a user would see it.
struct ToolRun: Equatable {
  let code: Int32
  let output: String
  let errors: String

  /// Runs the tool that was built beside these tests.
  ///
  /// `environment` is what differs from these tests' own.
  init(
    _ command: String, _ arguments: [String] = [], in folder: URL,
    environment: [String: String] = [:]
  ) async throws {
    let process = Process()
    process.executableURL = Self.tool
    process.arguments = [command] + arguments
    process.currentDirectoryURL = folder
    // A cache of its own: what an earlier tool kept must not replace what this one finds.
    let own = ["XDG_CACHE_HOME": folder.appending(path: ".cache").path].merging(environment) { $1 }
    process.environment = ProcessInfo.processInfo.environment.merging(own) { $1 }
    let files = (folder.appending(path: ".stdout"), folder.appending(path: ".stderr"))
    for file in [files.0, files.1] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: files.0)
    process.standardError = try FileHandle(forWritingTo: files.1)
    try await process.runToEnd()
    code = process.terminationStatus
    output = String(decoding: try Data(contentsOf: files.0), as: UTF8.self)
    errors = try String(contentsOf: files.1, encoding: .utf8)
    for file in [files.0, files.1] { try FileManager.default.removeItem(at: file) }
  }

  /// What a script prints, errors with the rest, the tool being on its path.
  static func shell(_ script: String, in folder: URL) async throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder
    let surroundings = ProcessInfo.processInfo.environment
    let path = surroundings["PATH"] ?? "/usr/bin:/bin"
    process.environment = surroundings.merging([
      "PATH": tool.deletingLastPathComponent().path + ":" + path,
      "XDG_CACHE_HOME": folder.appending(path: ".cache").path,
    ]) { $1 }
    let file = folder.appending(path: ".shell")
    try Data().write(to: file)
    let output = try FileHandle(forWritingTo: file)
    process.standardOutput = output
    process.standardError = output
    try await process.runToEnd()
    return try String(contentsOf: file, encoding: .utf8)
  }

  static let tool: URL = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: tests).deletingLastPathComponent().appending(path: "attack-relations")
  }()
}

/// A folder for one test, as a rule with the site's own folders in it; it goes when the test ends.
final class Workbench: Sendable {
  let folder: URL

  init(holding names: [String] = ["Site", "Templates"]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in names {
      try FileManager.default.copyItem(
        at: Self.project.appending(path: name), to: folder.appending(path: name))
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// An XML file as paths are asked of it: without its namespace.
  func readXML(_ path: String) throws -> String {
    try read(path).replacing(/\ xmlns="[^"]*"/, with: "")
  }

  /// Every file below a folder, by its path there.
  func files(in path: String) throws -> [String: Data] {
    let root = folder.appending(path: path)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try paths.reduce(into: [:]) { files, path in
      var isFolder: ObjCBool = false
      let file = root.appending(path: path)
      _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = try Data(contentsOf: file) }
    }
  }

  /// Which file of the disk each file below a folder is.
  func inodes(in path: String) throws -> [String: Int] {
    let root = folder.appending(path: path).path
    return try files(in: path).keys.reduce(into: [:]) { inodes, path in
      let facts = try FileManager.default.attributesOfItem(atPath: root + "/" + path)
      inodes[path] = facts[.systemFileNumber] as? Int
    }
  }

  /// Which folder of the disk a folder is.
  func inode(of path: String) throws -> Int? {
    let facts = try FileManager.default.attributesOfItem(
      atPath: folder.appending(path: path).path)
    return facts[.systemFileNumber] as? Int
  }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: path), withIntermediateDirectories: true)
  }

  static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
