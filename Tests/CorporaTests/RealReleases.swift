import Attack
import Foundation

/// The real releases of ATT&CK that lie beside the project, where they do.
enum RealReleases {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/attack")

  /// Says so once when they are absent, so that nobody takes a skipped test for a passed one.
  static let areHere: Bool = {
    let here = FileManager.default.fileExists(atPath: folder.path)
    if !here { print("SKIPPED: no real releases in ../shared/attack; tests on them did not run") }
    return here
  }()

  static func bundle(_ name: String) throws -> StixBundle {
    let file = folder.appending(path: name + ".json")
    return try StixBundle(source: name + ".json", data: Data(contentsOf: file))
  }
}
