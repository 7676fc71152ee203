import Foundation

/// The abilities of CALDERA that lie beside the project, where they do.
package enum SharedAbilities {
  private static let folder = RealReleases.folder.deletingLastPathComponent()

  /// Says so once when they are absent, so that nobody takes a skipped test for a passed one.
  package static let areHere: Bool = {
    let here = FileManager.default.fileExists(atPath: folder.appending(path: "abilities").path)
    if !here { print("SKIPPED: no abilities in ../shared; tests on them did not run") }
    return here && RealReleases.areHere
  }()

  /// The bytes of all YAML files below a folder, by path.
  package static func files(_ path: String = "abilities") throws -> [[UInt8]] {
    let root = folder.appending(path: path)
    return try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".yml") }.sorted()
      .map { Array(try Data(contentsOf: root.appending(path: $0))) }
  }
}
