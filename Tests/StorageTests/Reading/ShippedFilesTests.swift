import Foundation
import Storage
import Testing
import Text

struct ShippedFilesTests {
  private static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What the demo is made from is of no use without the project.
  private static let kept = ["Site/demo/README.md", "Site/demo/generate.py"]

  private static func files(of folder: String) throws -> [String] {
    let root = project.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { path in
        var isFolder: ObjCBool = false
        let there = FileManager.default.fileExists(
          atPath: root.appending(path: path).path, isDirectory: &isFolder)
        return there && !isFolder.boolValue
      }
      .map { "\(folder)/\($0)" }
  }

  @Test func `the tool holds every file of Site and Templates; shipped.c lists them`() throws {
    let there = try Self.files(of: "Site") + Self.files(of: "Templates")
    #expect(ShippedFiles.paths == there.filter { !Self.kept.contains($0) }.sorted())
  }

  @Test(arguments: ShippedFiles.paths)
  func `a file is what the project has`(path: String) throws {
    let bytes = try Data(contentsOf: Self.project.appending(path: path))
    #expect(ShippedFiles.file(path)?.bytes == Array(bytes))
  }

  @Test func `a folder has its own files, not those of folders in it`() {
    #expect(ShippedFiles.folder("Site").names == ["capabilities.yml", "site.yml"])
    #expect(ShippedFiles.folder("Site/demo").names == ["demo-attack.json"])
    #expect(ShippedFiles.folder("Templates").names.contains("layout.html"))
    #expect(ShippedFiles.folder("Temp").names == [] && ShippedFiles.file("Site") == nil)
  }
}
