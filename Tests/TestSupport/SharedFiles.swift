import Foundation

/// Files of a team's own evidence that lie beside the project, where they do.
package enum SharedFiles {
  private static let folder = RealReleases.folder.deletingLastPathComponent()

  /// Says so once when they are absent, so that nobody takes a skipped test for a passed one.
  package static let areHere: Bool = {
    let here = ["own", "reports"].allSatisfy {
      FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
    }
    if !here { print("SKIPPED: no files of teams in ../shared; tests on them did not run") }
    return here && RealReleases.areHere
  }()

  /// The bytes of a file, by its path below the folder.
  package static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: path)))
  }

  /// The files of a folder, by name; the file itself, if it is none.
  package static func files(_ path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    let url = folder.appending(path: path)
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
      isFolder.boolValue
    else { return [path] }
    return try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
      .map { "\(path)/\($0)" }
  }
}
