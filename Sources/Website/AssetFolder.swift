package import Foundation
internal import Corpora

/// The style sheet, the scripts and the images of a site; their names carry a hash of what they
/// hold, so that a browser may keep them for ever.
package struct AssetFolder: Sendable {
  /// By the name under which the site has it: `site.5f0c….css`.
  package let files: [String: Data]
  private let names: [String: String]

  /// Reads every plain file of the folder.
  ///
  /// - Throws: `AssetFault`.
  package init(at folder: String) throws(AssetFault) {
    var files: [String: Data] = [:]
    var names: [String: String] = [:]
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in found.sorted() where !name.hasPrefix(".") {
      guard let data = FileManager.default.contents(atPath: folder + "/" + name) else {
        throw .unreadable(path: folder + "/" + name)
      }
      let dot = name.lastIndex(of: ".") ?? name.endIndex
      let hash = FNV1a.hexadecimal(data).prefix(10)
      let hashed = "\(name[..<dot]).\(hash)\(name[dot...])"
      files[hashed] = data
      names[name] = hashed
    }
    for needed in ["site.css", "theme.js", "site.js"] where names[needed] == nil {
      throw .missing(path: folder + "/" + needed)
    }
    self.files = files
    self.names = names
  }

  /// The path of an asset in the site.
  func path(_ name: String) -> String { "assets/" + (names[name] ?? name) }
}

/// What is wrong with the assets.
package enum AssetFault: Error, Equatable {
  case missing(path: String)
  case unreadable(path: String)
}
