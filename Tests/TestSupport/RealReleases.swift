package import Attack
package import Foundation

/// The real releases of ATT&CK that lie beside the project, where they do.
package enum RealReleases {
  package static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/attack")

  /// Says so once when they are absent, so that nobody takes a skipped test for a passed one.
  package static let areHere: Bool = {
    let here = FileManager.default.fileExists(atPath: folder.path)
    if !here { print("SKIPPED: no real releases in ../shared/attack; tests on them did not run") }
    return here
  }()

  /// The names of all of them, by name.
  package static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(".json".count)) }
      .sorted()
  }

  package static func bundle(_ name: String) throws -> StixBundle {
    try StixBundle(source: name + ".json", bytes: Array(data(name)))
  }

  package static func data(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name + ".json"))
  }

  package static func knowledge(_ name: String) throws -> Knowledge {
    name == "enterprise-attack-18.1" ? try enterprise.get() : Knowledge([try bundle(name)])
  }

  /// The one that many tests read is kept.
  private static let enterprise = Result { Knowledge([try bundle("enterprise-attack-18.1")]) }
}
