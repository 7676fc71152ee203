import ArgumentParser
import Attack
import Corpora
import Foundation
import Measures
import Pages
import Records
import Storage
import Text
import Website

/// `build`: from bundles to a site.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the wiki of one or several ATT&CK bundles.",
    discussion: """
      Example: attack-relations build enterprise-attack.json --output _site

      With the same pages as Markdown, for a Git wiki:
               attack-relations build enterprise-attack.json --markdown ../wiki

      With your own reports, from files or folders:
               attack-relations build enterprise-attack.json --reports purple-team.csv incidents/

      With what changed since the release before:
               attack-relations build enterprise-attack-18.1.json --previous enterprise-attack-17.1.json

      A file in --site or --templates replaces the tool's file of the same name; `init` makes a \
      folder to begin with.

      Without a bundle, those of `site.yml` are read; without that, the demo.
      """)

  @Argument(
    help: "ATT&CK bundles, STIX 2.0 or 2.1; `-` is standard input.", completion: .bundle)
  var bundles: [String] = []

  @Option(
    help: ArgumentHelp(
      "A team's folder: site.yml, pages, notes and assets (default: Site, if it is there).",
      valueName: "dir"),
    completion: .directory)
  var site: String?

  @Option(
    help: ArgumentHelp(
      "A team's templates (default: Templates, if it is there).", valueName: "dir"),
    completion: .directory)
  var templates: String?

  @Option(
    help: "The folder of the site; replaced only if it is empty or a site of ours.",
    completion: .directory)
  var output = "_site"

  @Option(
    help: ArgumentHelp(
      "A folder, such as a Git wiki, for every page as Markdown; other files there stay.",
      valueName: "dir"),
    completion: .directory)
  var markdown: String?

  @Option(
    help: ArgumentHelp(
      "A bundle of the release before, once per bundle: the site tells what changed since.",
      valueName: "bundle"),
    completion: .bundle)
  var previous: [String] = []

  @Option(help: "The ATT&CK release, such as 4.0, of STIX 2.0 bundles, which do not state it.")
  var release: String?

  @OptionGroup var evidence: EvidenceOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "What you can detect: Navigator layers, or DeTT&CT's YAML.", valueName: "layer"),
    completion: .file())
  var coverage: [String] = []

  @Option(help: "The score from which on a layer of --coverage covers a technique.")
  var coverageScore = 1.0

  @Flag(
    name: .customLong("public"),
    help: "Leave out the team's notes and its own reports; its own pages stay.")
  var isPublic = false

  @Flag(help: "Count the team's own reports alone, without those that ATT&CK cites.")
  var internalOnly = false

  @Option(
    help: ArgumentHelp(
      """
      Fail, and write nothing, if there is a kind of notice that the old site did not have. Without \
      an old site, ATT&CK's usual kinds pass. --strict=all: fail at any notice.
      """, valueName: "new|all"))
  var strict: Strictness.Scope?

  @Option(help: ArgumentHelp("A kind of notice that --strict lets pass.", valueName: "kind"))
  var allow: [String] = []

  @Flag(help: "Print how long each stage took.")
  var timings = false

  func validate() throws {
    for flaw in allow.compactMap(Strictness.flaw) { throw ValidationError(flaw) }
    guard !isPublic || !internalOnly else {
      throw ValidationError("--public leaves out what --internal-only shows: give one of them")
    }
  }

  func run() async throws {
    try await Console.reporting {
      var clock = StageClock(before: "Looking at the files")
      var sources = try BuildSources(site: site, templates: templates, withNotes: !isPublic)
      let file = try SiteFileReader.read(sources.siteFile)
      let folders = try BuildFolders(sources, output: output, markdown: markdown)
      try checkPicture(file.logo, in: folders.assets)
      try sources.readBundles(bundles, else: file.bundles, previous: previous)
      try sources.readEvidence(
        isPublic ? [] : evidence.paths, listed: file.evidence.filter { !isPublic || $0.isPublic })
      try sources.readCoverage(isPublic ? [] : coverage)
      await sources.hashBundles(onPublicSite: isPublic)
      let cache = BuildCache(await sources.fingerprint(options))
      clock.lap("look", before: "Comparing with the last build")
      if let record = cache.record, let tally = await folders.tally(ifAsIn: record) {
        clock.lap("compare")
        try show(record.notices)
        return try finish(record, tally, clock)
      }
      Console.show(progress: "Reading the bundles")
      let (record, tally) = try await build(&sources, file, folders, &clock)
      cache.keep(record)
      try finish(record, tally, clock)
    }
  }
}

extension Build {
  /// The options that change the bytes of a site.
  private var options: KeyValuePairs<String, String> {
    [
      "release": release ?? "", "public": "\(isPublic)", "markdown": "\(markdown != nil)",
      "internal only": "\(internalOnly)",
      "TLP:RED": "\(evidence.allowsRed)", "coverage from": "\(coverageScore)",
      "bundles of the site": "\(bundles.isEmpty)",
    ]
  }

  /// Makes the site from what was read, and prints the notices.
  private func build(
    _ sources: inout BuildSources, _ file: SiteFile, _ folders: BuildFolders,
    _ clock: inout StageClock
  ) async throws -> (BuildRecord, BuildFolders.Tally) {
    var bundles = sources.takeBundles()
    let knowledge = try BundleLoader.knowledge(
      &bundles.now, version: release, patterns: file.idPatterns)
    let hasReports = !sources.evidence.files.isEmpty
    clock.lap("read", before: hasReports ? "Reading the reports" : "Reading the release before")
    let reports = await sources.evidence.readings
    let resolver = TechniqueResolver(knowledge)
    let own = try Evidence(reports, resolver, allowsRed: evidence.allowsRed)
    let covered = try sources.coverage.coverage(from: coverageScore, knowledge, resolver)
    if hasReports { clock.lap("read the reports", before: "Reading the release before") }
    let before = try await PreviousLoader.release(
      &bundles.previous, before: knowledge, by: file.leftOut, reports, isAlone: internalOnly)
    if before != nil { clock.lap("read the one before") }
    Console.show(progress: "Counting and measuring")
    let corpus = Corpus(knowledge, own, isAlone: internalOnly)
    clock.lap("count")
    let ofReports = reports.notices + own.notices + (covered?.notices ?? [])
    var (edition, notices) = try await measure(
      knowledge, corpus, own, ofReports, since: before, file, folders, &clock)
    edition.findings.coverage = covered.map {
      CoverageFindings(
        $0, CoverageGaps($0, knowledge, edition.corpus, edition.findings.inference))
    }
    let records = RecordFiles(
      edition, settings: settings(file, before, sources.inputs), notices: notices)
    let wiki = Wiki(
      edition, notices: notices, texts: folders.texts, title: file.title, tables: records.tables)
    Console.show(progress: "Writing \(Format.count(wiki.pages.count, "page"))")
    let tally = try await write(wiki, records, as: identity(file, edition, wiki), file, folders)
    clock.lap("write")
    let record = BuildRecord(
      site: folders.output.record, markdown: folders.markdown?.record,
      notices: NoticeLines(notices, ofDemo: isDemo(file)), summary: summary(wiki, edition))
    return (record, tally)
  }

  private func finish(
    _ record: BuildRecord, _ tally: BuildFolders.Tally, _ clock: StageClock
  ) throws {
    if timings { Console.note(clock.text) }
    try Console.print("\(record.summary): open \(output)/index.html in a browser")
    if let tally = tally.markdown { try Console.print(summary(tally)) }
  }

  /// Measures all that the wiki shows of these bundles, and prints the notices.
  private func measure(
    _ knowledge: Knowledge, _ corpus: Corpus, _ evidence: Evidence, _ ofReports: [Notice],
    since previous: PreviousRelease?, _ file: SiteFile, _ folders: BuildFolders,
    _ clock: inout StageClock
  ) async throws -> (Edition, [Notice]) {
    var edition = Edition(
      knowledge, try await measure(knowledge, corpus, since: previous, file),
      titles: file.clusterTitles, evidence: evidence)
    clock.lap("measure")
    let notices =
      knowledge.notices + corpus.notices + ofReports + edition.findings.notices
      + edition.clusters.notices
      + folders.texts.notices(knowledge, corpus) + DroppedHTML.notices(folders.texts)
    try show(NoticeLines(notices, ofDemo: isDemo(file)))
    if file.evaluation {
      Console.show(progress: "Testing the suggestions on every report")
      edition.findings.evaluation = await evaluation(corpus, edition.reports.counted, knowledge)
      edition.findings.gain = await gain(corpus, edition.reports.counted, knowledge)
      clock.lap("evaluate")
    }
    return (edition, notices)
  }

  private func measure(
    _ knowledge: Knowledge, _ corpus: Corpus, since previous: PreviousRelease?, _ file: SiteFile
  ) async throws -> Findings {
    do throws(SubsetError) {
      return try await Findings(
        knowledge, corpus, by: file.leftOut, subsets: file.subsets, since: previous,
        learning: LearntInference.kept)
    } catch {
      throw CommandError(error)
    }
  }

  private func show(_ notices: NoticeLines) throws {
    Console.show(notices)
    guard let strict else { return }
    try Strictness(strict, allowing: allow).check(
      notices, replacing: EarlierNotices(ofSiteIn: output))
  }

  private func write(
    _ wiki: Wiki, _ records: RecordFiles, as site: SiteIdentity, _ file: SiteFile,
    _ folders: BuildFolders
  ) async throws -> BuildFolders.Tally {
    let assets = folders.assets.colored(by: file.colours).adding(records.dataScripts)
    let renderer = PageRenderer(folders.templates, assets, site)
    do {
      return try await folders.fill { site, markdown in
        try await SiteBuilder(wiki, records, renderer, assets).build(
          into: site, markdown: markdown)
      }
    } catch let links as BrokenLinks {
      throw CommandError(links, in: folders.texts)
    }
  }

  private func checkPicture(_ logo: String?, in assets: AssetFolder) throws {
    guard let logo, SiteIdentity.isPicture(logo), !assets.ownNames.contains(logo) else { return }
    let near = Suggestion.nearest(to: logo, among: assets.ownNames)
    throw CommandError(
      "`logo` is `\(logo)`, which is no file of `assets`",
      near.map { "did you mean `\($0)`?" } ?? "put the picture there, or give a text")
  }

  private func evaluation(
    _ corpus: Corpus, _ counted: Corpus.Selection, _ knowledge: Knowledge
  ) async -> EvaluationFindings {
    let training = TrainingSet(corpus, counted, ids: knowledge.techniqueIDs)
    return await TrainingCache("evaluation").result(training) { await EvaluationFindings($0) }
  }

  private func gain(
    _ corpus: Corpus, _ counted: Corpus.Selection, _ knowledge: Knowledge
  ) async -> EvidenceGain? {
    guard corpus.isMixed else { return nil }
    return await EvidenceGain(corpus, counted, ids: knowledge.techniqueIDs)
  }

  private func settings(
    _ file: SiteFile, _ previous: PreviousRelease?, _ inputs: [BundleInput]
  ) -> BuildSettings {
    BuildSettings(
      version: ToolVersion.number, title: file.title,
      values: file.leftOut.settings + (previous.map { [("previous", $0.title)] } ?? [])
        + (release.map { [("release", $0)] } ?? []) + [("without_notes", "\(isPublic)")]
        + file.settings,
      inputs: inputs.compactMap(\.shown))
  }

  private func identity(_ file: SiteFile, _ edition: Edition, _ wiki: Wiki) -> SiteIdentity {
    var site = SiteIdentity()
    let knowledge = edition.knowledge
    site.title = file.title
    site.baseURL = file.baseURL
    site.isPublic = file.isPublic
    site.logo = file.logo
    site.footer = file.footer
    site.olderSites = file.olderSites
    site.hasEvidence = edition.corpus.whole.isMixed || edition.findings.coverage != nil
    site.hasGuides = wiki.hasGuides
    site.banner =
      file.banner
      ?? (isDemo(file)
        ? "This is a demonstration: its groups, software, campaigns and reports are invented."
        : nil)
    site.idPatterns = knowledge.patterns.isEmpty ? nil : knowledge.patterns.expression
    site.releases = knowledge.releases.map(\.title).joined(separator: ", ")
    let dates = knowledge.releases.map {
      $0.isDated ? "\($0.title), data of \($0.dateInWords)" : $0.title
    }
    let name = knowledge.releases.allSatisfy(\.isTeamsOwn) ? "" : "MITRE ATT&CK "
    site.built =
      "Built from \(name)\(Format.list(dates)): "
      + "\(edition.reports.countInWords) cited for techniques"
      + (edition.corpus.tally.ofThem.map { ", \($0)." } ?? ".")
    site.copyright = knowledge.copyright
    site.date = knowledge.newestDate
    site.hasFeed = wiki.feed != nil
    return site
  }

  private func isDemo(_ file: SiteFile) -> Bool {
    bundles.isEmpty && file.bundles == ["demo/demo-attack.json"]
  }

  private func summary(_ wiki: Wiki, _ edition: Edition) -> String {
    let releases = edition.knowledge.releases.map(\.title).joined(separator: ", ")
    return "Built \(Format.count(wiki.pages.count, "page")) from "
      + "\(edition.reports.countInWords) of \(releases)"
  }

  private func summary(_ tally: MarkdownTally) -> String {
    "Markdown in \(markdown ?? ""): \(Format.count(tally.written, "file")) written, "
      + "\(Format.count(tally.kept)) unchanged, \(Format.count(tally.removed)) removed"
  }
}
