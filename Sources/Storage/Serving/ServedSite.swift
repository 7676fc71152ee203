/// A built site as its folder is now: loaded again once a newer one was swapped in.
package actor ServedSite {
  private let folder: String
  private var entry: Disk.Entry?
  private var memory: SiteMemory

  /// Loads a folder that has the marker of a built site.
  package init(folder: String) throws(SiteFolderError) {
    self.folder = folder
    entry = try Disk.entry(at: folder, followingLinks: true)
    memory = try SiteMemory(folder: folder)
  }

  /// The newest site that could be loaded.
  package var current: SiteMemory {
    if let now = try? Disk.entry(at: folder, followingLinks: true), now != entry,
      let newer = try? SiteMemory(folder: folder)
    {
      entry = now
      memory = newer
    }
    return memory
  }
}
