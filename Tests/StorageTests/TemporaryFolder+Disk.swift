import Storage
import TestSupport

extension TemporaryFolder {
  /// What lies directly in the folder, hidden files too.
  var names: [String] {
    get throws { try Disk.names(in: path) }
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
