import Attack
import Pages
import Storage
import Text
import Website

/// `build --watch`: builds a site, and again whenever something that it is made from changes.
///
/// 1. A round reads a team's files, which are few, and compares their bytes with those of the last.
/// 2. What was measured stays while `site.yml` and the bundles do. Of the pages, only those are made
///    anew that show something that changed; the others are taken over from the last round.
/// 3. The site is swapped in whole. It is locked only while it is written, so that the end of a watch
///    leaves nothing behind. Another build may have been there since the last round: what lies in
///    the folder is compared, byte for byte, and where it differs all is written.
///
/// An error ends a round, never the watch; the site stays, and the next change tries again. That is so
/// for the first round too, whatever it lacks. Only a folder that cannot be written ends the watch
/// before it begins.
struct WatchedBuild {
  private let build: Build
  private let gate = WriteGate()
  /// Where a team's files are.
  private let teamPaths: WatchedPaths
  /// Where the bundles, the reports and the coverage are.
  private var inputs: WatchedPaths
  private var inputLook = FileLook()
  /// What there was, looked at before it was read.
  private var seen: FileLook
  private var known: Known?
  private var shownNotices: NoticeLines?
  private var hasBuilt = false

  /// What stays from round to round.
  private struct Known {
    let siteFile: SourceFile?
    let capabilityFile: SourceFile?
    /// Of the bundles, reports and coverage, before they were read.
    let bundles: FileLook
    let site: MeasuredSite
    var last: Last?
  }

  /// The last round that wrote.
  private struct Last: Sendable {
    let sources: BuildSources
    let written: WrittenSite
    let records: BuildFolders.Records
  }

  init(_ build: Build) {
    self.build = build
    inputs = build.inputs(of: SiteFile())
    teamPaths = BuildSources.watched(site: build.site, templates: build.templates)
    inputLook = inputs.look()
    seen = teamPaths.look().adding(inputLook)
  }

  /// Builds until the process is told to end.
  ///
  /// - Throws: `CommandError`, `SiteFolderError` where it cannot begin.
  mutating func run() async throws {
    let signals = EndSignals { [gate] _ in gate.close() }
    defer { signals.cancel() }
    try await checkInput()
    try await round(after: [])
    try? Console.print("Watching \(watchedInWords) (Ctrl-C stops)")
    while true {
      let now = try await teamPaths.adding(inputs).look(after: seen)
      let changes = now.changes(since: seen)
      seen = now
      try await round(after: changes)
    }
  }
}

extension WatchedBuild {
  private func checkInput() async throws {
    for path in inputs.files + inputs.trees where SourceReader.isStream(path) {
      throw CommandError(
        "`\(path)` can be read only once, but `--watch` reads it at each change", "name a file")
    }
    let build = build
    try await gate.write {
      try BuildFolders(output: build.output, markdown: build.markdown).discard()
    }
  }

  private var watchedInWords: String {
    Format.list(
      [build.site ?? BuildSources.usualSite, build.templates ?? BuildSources.usualTemplates]
        + inputs.files + inputs.trees)
  }

  /// Builds, and prints what became of it.
  private mutating func round(after changes: [String]) async throws {
    var clock = StageClock(before: "Looking at the files")
    do {
      try await rebuild(after: changes, &clock)
    } catch {
      try Console.show(error)
    }
  }

  private mutating func rebuild(
    after changes: [String], _ clock: inout StageClock
  ) async throws {
    var sources = try BuildSources(
      site: build.site, templates: build.templates, withNotes: !build.isPublic)
    let file = try SiteFileReader.read(sources.siteFile)
    let team = try TeamFolders(sources, file)
    let bundles = lookAtInputs(of: file)
    clock.lap("look")
    let site = try await measured(&sources, file, team.texts, bundles, &clock)
    if let last = known?.last, last.sources.hasSameFiles(as: sources) {
      return tell(0, of: last.written.pageCount, changes, clock)
    }
    let (last, tally) = try await write(site, team, from: sources)
    clock.lap("write")
    known?.last = last
    if hasBuilt {
      tell(last.written.madeCount, of: last.written.pageCount, changes, clock)
    } else {
      hasBuilt = true
      try? build.finish(build.summary(last.written, site.edition), tally, clock)
    }
  }

  /// Looks at the bundles, reports and coverage that were named or that `site.yml` lists, before they are read.
  private mutating func lookAtInputs(of file: SiteFile) -> FileLook {
    seen.forget(inputLook)
    inputs = build.inputs(of: file)
    inputLook = inputs.look()
    seen = seen.adding(inputLook)
    return inputLook
  }

  /// What was measured before, or is measured now.
  private mutating func measured(
    _ sources: inout BuildSources, _ file: SiteFile, _ texts: TeamTexts, _ bundles: FileLook,
    _ clock: inout StageClock
  ) async throws -> MeasuredSite {
    let build = build
    if let known, known.siteFile == sources.siteFile,
      known.capabilityFile == sources.capabilityFile, known.bundles == bundles
    {
      try show(NoticeLines(known.site.notices(with: texts), ofDemo: build.isDemo(file)))
      return known.site
    }
    try await build.readBundles(into: &sources, file)
    let site = try await build.measured(&sources, file, texts, &clock) { try show($0) }
    known = Known(
      siteFile: sources.siteFile, capabilityFile: sources.capabilityFile, bundles: bundles,
      site: site)
    return site
  }

  private mutating func show(_ notices: NoticeLines) throws {
    let before = shownNotices
    shownNotices = notices
    try build.show(notices, after: before)
  }

  /// Writes what differs from the last round; all, where something else lies in the folders.
  private func write(
    _ site: MeasuredSite, _ team: TeamFolders, from sources: BuildSources
  ) async throws -> (Last, BuildFolders.Tally) {
    let (build, last) = (build, known?.last)
    return try await gate.write {
      let folders = try BuildFolders(output: build.output, markdown: build.markdown)
      var earlier: WrittenSite?
      if let last, await folders.adopt(last.records) { earlier = last.written }
      let (written, tally) = try await build.write(site, team, into: folders, after: earlier)
      return (Last(sources: sources, written: written, records: folders.records), tally)
    }
  }

  /// Prints a line on a round; if nobody reads it, the watch goes on.
  private func tell(_ made: Int, of all: Int, _ changes: [String], _ clock: StageClock) {
    let more = changes.count > 3 ? " and \(changes.count - 3) more" : ""
    let names = changes.prefix(3).joined(separator: ", ") + more
    if build.timings { Console.note(clock.text) }
    try? Console.print(
      "Rebuilt \(Format.count(made)) of \(Format.count(all, "page")) in "
        + "\(Format.decimal(clock.total, 1)) s: \(names)")
  }
}
