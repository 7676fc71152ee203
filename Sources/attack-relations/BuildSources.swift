import Corpora
import Records
import Storage
import Text

/// All that a build reads, as bytes, each file once: a team's files, over those of the tool itself.
struct BuildSources {
  /// The team's `site.yml`, where there is one.
  let siteFile: SourceFile?
  /// The folder of a team's site; it may be missing.
  let site: String
  let assets: SourceFolder
  let pages: SourceFolder
  /// `nil` if the site is not to show them.
  let notes: SourceFolder?
  let templates: SourceFolder
  private(set) var bundles: [SourceFile] = []
  /// The bundles of the previous release.
  private(set) var previous: [SourceFile] = []
  /// Reports beside ATT&CK's.
  private(set) var evidence = EvidenceLoader()
  /// What the team says that it can detect.
  private(set) var coverage = CoverageLoader()
  /// Public flows.
  private(set) var flows = EvidenceLoader()
  /// What techniques need and give, of the team's own.
  private(set) var capabilities = CapabilityLoader()
  /// What a site starts with of it: its own file, else the tool's.
  let capabilityFile: SourceFile?
  /// The same once it was read, which own ones need.
  private(set) var starter: Capabilities?
  /// Those bundles too, each hashed once.
  private(set) var inputs: [BundleInput] = []

  /// Reads the folder of a site, and that of its templates; either may be missing if it was not named.
  ///
  /// - Throws: `CommandError`.
  init(site: String?, templates: String?, withNotes: Bool) throws {
    self.site = try Self.path(
      site, else: Self.usualSite,
      advice: "make it with `attack-relations init`, or leave out --site for what the tool has")
    let templates = try Self.path(
      templates, else: Self.usualTemplates,
      advice: "leave out --templates for what the tool has")
    siteFile = try Self.file(Self.settings(of: self.site), expected: "the settings of a site")
    capabilityFile = try Self.capabilityFile(ofSite: self.site)
    assets = try Self.folder(self.site + "/assets").over(ShippedFiles.folder("Site/assets"))
    pages = try Self.pages(self.site + "/pages")
    notes = withNotes ? try Self.folder(self.site + "/notes") : nil
    self.templates = try Self.folder(templates).over(ShippedFiles.folder("Templates"))
  }

  /// What a build of these folders looks at, whether it is there or not; the bundles come to it.
  static func watched(site: String?, templates: String?) -> WatchedPaths {
    let site = site ?? usualSite
    return WatchedPaths(
      files: [site, settings(of: site), capabilities(of: site)],
      folders: ["assets", "pages", "notes"].map { "\(site)/\($0)" } + [templates ?? usualTemplates])
  }

  /// What a site starts with of what techniques need and give: its own file, else the tool's.
  ///
  /// - Throws: `CommandError`.
  static func capabilityFile(ofSite site: String?) throws -> SourceFile? {
    try file(
      capabilities(of: site ?? usualSite), expected: "what techniques need and give, as YAML")
      ?? ShippedFiles.file("Site/capabilities.yml")
  }

  /// The path of a bundle that `site.yml` lists, from the folder that has it.
  static func path(ofListed bundle: String, in site: String?) -> String {
    "\(site ?? usualSite)/\(bundle)"
  }

  /// The same for any path, which may be of the root.
  static func paths(ofListed paths: [String], in site: String?) -> [String] {
    paths.map { $0.hasPrefix("/") ? $0 : path(ofListed: $0, in: site) }
  }

  /// The same for reports.
  static func paths(ofListed evidence: [EvidencePath], in site: String?) -> [EvidencePath] {
    evidence.map { listed in
      listed.path.hasPrefix("/") ? listed : listed.at(path(ofListed: listed.path, in: site))
    }
  }

  /// Whether a team's files are the same as in other sources, byte for byte.
  func hasSameFiles(as other: BuildSources) -> Bool {
    siteFile == other.siteFile && assets == other.assets && pages == other.pages
      && notes == other.notes && templates == other.templates
      && capabilityFile == other.capabilityFile
  }

  /// Reads the bundles too: those of some paths, else those that `site.yml` lists.
  ///
  /// - Throws: `CommandError`.
  mutating func readBundles(_ paths: [String], else listed: [String], previous: [String]) throws {
    guard !paths.isEmpty || !listed.isEmpty else {
      throw CommandError("no bundle: name one, or list it under `bundles` in `\(site)/site.yml`")
    }
    bundles = paths.isEmpty ? try listed.map(listedBundle) : try BundleLoader.files(paths)
    self.previous = try BundleLoader.files(previous)
  }

  /// Reads reports beside ATT&CK's.
  ///
  /// - Throws: `CommandError`.
  mutating func readEvidence(_ paths: [EvidencePath]) throws {
    evidence = try EvidenceLoader(paths)
  }

  /// Reads public flows, and what techniques need and give.
  ///
  /// - Throws: `CommandError`.
  mutating func readOrder(flows: [EvidencePath], capabilities: [String]) throws {
    self.flows = try EvidenceLoader(flows)
    guard !capabilities.isEmpty else { return }
    let starter = try CapabilityLoader.starter(capabilityFile)
    self.starter = starter
    self.capabilities = try CapabilityLoader(capabilities, known: starter.titles.keys)
  }

  /// Reads what the team says that it can detect.
  ///
  /// - Throws: `CommandError`.
  mutating func readCoverage(_ paths: [String]) throws { coverage = try CoverageLoader(paths) }

  /// Hashes the bundles, on as many cores as there are bundles.
  mutating func hashBundles(onPublicSite isPublic: Bool) async {
    let files =
      bundles.map { ($0, BuildSettings.Role.bundle) } + previous.map { ($0, .previous) }
    inputs = await concurrentMap(files.count) {
      BundleInput(files[$0].0, as: files[$0].1, onPublicSite: isPublic)
    }
  }

  /// Hands over the bundles, so that nothing else holds their bytes.
  mutating func takeBundles() -> (now: [SourceFile], previous: [SourceFile]) {
    defer { (bundles, previous) = ([], []) }
    return (bundles, previous)
  }

  /// The hash of all of them, once the bundles are hashed, of the tool and of the options by their names; `nil` if the system
  /// does not show the tool.
  func fingerprint(_ options: KeyValuePairs<String, String>) async -> String? {
    guard let tool = RunningTool.identity else { return nil }
    var fingerprint = Fingerprint(of: tool)
    for (name, value) in options { fingerprint.add(name, value) }
    fingerprint.add("site", [siteFile].compactMap(\.self))
    for input in inputs { fingerprint.add(input.fingerprint.label, input.fingerprint.text) }
    for (name, folder) in [("assets", assets), ("pages", pages), ("templates", templates)] {
      fingerprint.add(name, folder)
    }
    if let notes { fingerprint.add("notes", notes) }
    if !coverage.sources.isEmpty { fingerprint.add("coverage", coverage.sources) }
    fingerprint.add(
      "capabilities", [capabilityFile].compactMap(\.self) + capabilities.files.map(\.source))
    for (label, files) in [("evidence", evidence.files), ("flows", flows.files)] {
      for file in files {
        fingerprint.add(label, "\(file.path)")
        fingerprint.add(label, [file.source])
      }
    }
    return await fingerprint.hexadecimal
  }
}

extension BuildSources {
  static let usualSite = "Site"
  static let usualTemplates = "Templates"

  /// The file with the settings of a site.
  private static func settings(of site: String) -> String { site + "/site.yml" }

  /// The file with what techniques need and give.
  private static func capabilities(of site: String) -> String { site + "/capabilities.yml" }

  /// The path of a folder that was named, and so has to be there, or of the usual one.
  private static func path(_ named: String?, else usual: String, advice: String) throws -> String {
    let path = named ?? usual
    guard try hasFolder(path) || named == nil else {
      throw CommandError("`\(path)` does not exist, expected a folder", advice)
    }
    return path
  }

  private static func hasFolder(_ path: String) throws -> Bool {
    do throws(SourceError) {
      return try SourceReader.hasFolder(at: path)
    } catch {
      throw CommandError(error, of: path)
    }
  }

  /// The files of a folder, none if it is missing.
  private static func folder(_ path: String) throws -> SourceFolder {
    try hasFolder(path) ? SourceReader.folder(path) : SourceFolder(path: path, files: [:])
  }

  /// A team's pages over the tool's; an empty one leaves out the page that it lies over.
  private static func pages(_ path: String) throws -> SourceFolder {
    let shipped = ShippedFiles.folder("Site/pages")
    let all = try folder(path).over(shipped)
    return SourceFolder(
      path: path,
      files: all.files.filter { shipped.files[$0.key] == nil || $0.value.bytes != [] })
  }

  /// `nil` if it is missing.
  private static func file(_ path: String, expected: String) throws -> SourceFile? {
    do throws(SourceError) {
      return SourceFile(path: path, bytes: try SourceReader.bytes(of: path))
    } catch .missing {
      return nil
    } catch {
      throw CommandError(error, of: path, expected: expected)
    }
  }

  /// A bundle by its path from the folder of `site.yml`; the tool has that of the demo.
  private func listedBundle(_ path: String) throws -> SourceFile {
    let own = Self.path(ofListed: path, in: site)
    do throws(SourceError) {
      return SourceFile(path: own, bytes: try SourceReader.bytes(of: own))
    } catch {
      if error == .missing, let shipped = ShippedFiles.file("Site/" + path) { return shipped }
      throw CommandError(error, of: own)
    }
  }
}
