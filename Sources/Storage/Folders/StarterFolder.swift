/// The folder in which a team begins: `site.yml`, and empty folders for its notes and pages.
package struct StarterFolder: Sendable {
  private let path: String

  package init(at path: String) { self.path = path }

  /// Makes it, or what it lacks.
  ///
  /// - Throws: `SiteFolderError` where it cannot, or where `site.yml` is there already.
  package func make(settings: String) throws(SiteFolderError) {
    let file = path + "/site.yml"
    guard try Disk.entry(at: file) == nil else { throw .settingsAreThere(file) }
    for folder in ["notes", "pages"] { try Disk.makeFolders("\(path)/\(folder)") }
    let written = Array(settings.utf8).withUnsafeBytes { bytes in
      Result { () throws(SiteFolderError) in try Disk.write(bytes, to: file) }
    }
    try written.get()
  }
}
