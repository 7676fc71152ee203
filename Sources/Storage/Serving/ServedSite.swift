/// A built site as its folder is now: loaded again once a newer one was swapped in.
package actor ServedSite {
  private let folder: String
  /// Whether open pages learn of a newer site.
  private let reloadsPages: Bool
  private var entry: Disk.Entry?
  private var memory: SiteMemory

  /// Loads a folder that has the marker of a built site.
  package init(folder: String, reloadingPages reloadsPages: Bool = false) throws(SiteFolderError) {
    self.folder = folder
    self.reloadsPages = reloadsPages
    entry = try Disk.entry(at: folder, followingLinks: true)
    memory = try SiteMemory(folder: folder, reloadingFrom: reloadsPages ? Self.tag(entry) : nil)
  }

  /// The newest site that could be loaded.
  package var current: SiteMemory {
    if let now = try? Disk.entry(at: folder, followingLinks: true), now != entry,
      let newer = try? SiteMemory(
        folder: folder, after: memory, reloadingFrom: reloadsPages ? Self.tag(now) : nil)
    {
      entry = now
      memory = newer
    }
    return memory
  }

  /// What no two sites in one folder share, also where the server was started anew between them.
  private static func tag(_ entry: Disk.Entry?) -> String {
    entry.map { "\($0.inode)-\($0.modified)" } ?? "none"
  }
}
