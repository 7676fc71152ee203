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
    (entry, memory) = try Self.load(folder, reloadingPages: reloadsPages)
  }

  /// The newest site that could be loaded.
  package var current: SiteMemory {
    if let now = try? Self.look(at: folder), now != entry,
      let newer = try? Self.load(folder, after: memory, reloadingPages: reloadsPages)
    {
      (entry, memory) = newer
    }
    return memory
  }

  /// Loads the site that is there; once more where another took its place meanwhile, since what was read
  /// may then be of both.
  private static func load(
    _ folder: String, after earlier: SiteMemory? = nil, reloadingPages reloadsPages: Bool
  ) throws(SiteFolderError) -> (Disk.Entry?, SiteMemory) {
    while true {
      let entry = try look(at: folder)
      let memory = Result { () throws(SiteFolderError) in
        try SiteMemory(
          folder: folder, after: earlier, reloadingFrom: reloadsPages ? tag(entry) : nil)
      }
      if try look(at: folder) == entry { return (entry, try memory.get()) }
    }
  }

  private static func look(at folder: String) throws(SiteFolderError) -> Disk.Entry? {
    try Disk.entry(at: folder, followingLinks: true)
  }

  /// What no two sites in one folder share, also where the server was started anew between them.
  private static func tag(_ entry: Disk.Entry?) -> String {
    entry.map { "\($0.inode)-\($0.modified)" } ?? "none"
  }
}
