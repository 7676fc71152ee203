import Storage
import Text

/// All that a build reads, as bytes, each file once.
struct BuildSources {
  let siteFile: SourceFile
  let assets: SourceFolder
  let pages: SourceFolder
  /// `nil` if the site is not to show them.
  let notes: SourceFolder?
  let templates: SourceFolder
  private(set) var bundles: [SourceFile] = []
  /// The bundles of the previous release.
  private(set) var previous: [SourceFile] = []

  /// Reads the folder of a site, and that of its templates; what is not there is empty.
  init(site: String, templates: String, withNotes: Bool) {
    siteFile = SourceReader.file(site + "/site.yml")
    assets = SourceReader.folder(site + "/assets")
    pages = SourceReader.folder(site + "/pages")
    notes = withNotes ? SourceReader.folder(site + "/notes") : nil
    self.templates = SourceReader.folder(templates)
  }

  /// Reads the bundles too.
  ///
  /// - Throws: `CommandError`.
  mutating func readBundles(_ paths: [String], previous: [String]) throws {
    bundles = try BundleLoader.files(paths)
    self.previous = try BundleLoader.files(previous)
  }

  /// Hands over the bundles, so that nothing else holds their bytes.
  mutating func takeBundles() -> (now: [SourceFile], previous: [SourceFile]) {
    defer { (bundles, previous) = ([], []) }
    return (bundles, previous)
  }

  /// The hash of all of them, of the tool and of the options by their names; `nil` if the system
  /// does not show the tool.
  func fingerprint(_ options: KeyValuePairs<String, String>) async -> String? {
    guard let tool = RunningTool.identity else { return nil }
    var fingerprint = Fingerprint(of: tool)
    for (name, value) in options { fingerprint.add(name, value) }
    fingerprint.add("site", [siteFile])
    fingerprint.add("bundles", bundles)
    fingerprint.add("previous", previous)
    for (name, folder) in [("assets", assets), ("pages", pages), ("templates", templates)] {
      fingerprint.add(name, folder)
    }
    if let notes { fingerprint.add("notes", notes) }
    return await fingerprint.hexadecimal
  }
}
