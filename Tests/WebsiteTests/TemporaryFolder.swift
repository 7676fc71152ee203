import Foundation
import Website

/// A folder of its own for one test, gone with it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let name = "attack-relations-tests-\(UUID().uuidString)"
    let url = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// What lies directly in the folder, hidden files too.
  var names: [String] {
    get throws { try Disk.names(in: path) }
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  func put(_ text: String, at name: String) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func entry(_ name: String) throws -> Disk.Entry? {
    try Disk.entry(at: "\(path)/\(name)")
  }

  /// Builds a small site: the marker, and these pages.
  @discardableResult
  func build(_ name: String, _ pages: [String: String]) throws -> SiteFolder.Tally {
    let folder = try SiteFolder(at: "\(path)/\(name)")
    try folder.write("data/site.json", "{}".utf8)
    for (page, text) in pages { try folder.write(page, text.utf8) }
    return try folder.commit()
  }
}
