import ArgumentParser
import Attack
import Corpora
import Pages
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

      While a team writes; `serve --watch`, in a second terminal, shows it:
               attack-relations build enterprise-attack.json --watch

      Without a bundle, those of `site.yml` are read; without that, the demo. A file that is read may \
      have up to 2 GiB; one packed by gzip may unpack to 512 MB.
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

  @OptionGroup var order: OrderOptions

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

  @Flag(
    help: "Keep running, and build again whenever a bundle or a file of the team changes.")
  var watch = false

  func validate() throws {
    for flaw in allow.compactMap(Strictness.flaw) { throw ValidationError(flaw) }
    guard coverageScore == 1 || !coverage.isEmpty else {
      throw ValidationError("--coverage-score belongs to --coverage")
    }
    guard !isPublic || !internalOnly else {
      throw ValidationError("--public leaves out what --internal-only shows: give one of them")
    }
  }

  func run() async throws {
    try await Console.reporting {
      if watch {
        var build = WatchedBuild(self)
        try await build.run()
      } else {
        try await Interruption.allowed { try await buildOnce($0) }
      }
    }
  }
}

extension Build {
  private func buildOnce(_ interruption: Interruption) async throws {
    var clock = StageClock(before: "Looking at the files")
    var sources = try BuildSources(site: site, templates: templates, withNotes: !isPublic)
    let file = try SiteFileReader.read(sources.siteFile)
    let team = try TeamFolders(sources, file)
    let folders = try interruption.opening {
      try BuildFolders(output: output, markdown: markdown)
    }
    try await readBundles(into: &sources, file)
    let cache = BuildCache(await sources.fingerprint(options))
    clock.lap("look", before: "Comparing with the last build")
    if let record = cache.record, let tally = await folders.tally(ifAsIn: record) {
      clock.lap("compare")
      try show(record.notices)
      return try finish(record.summary, tally, clock)
    }
    let site = try await measured(&sources, file, team.texts, &clock) { try show($0) }
    let (written, tally) = try await write(site, team, into: folders)
    clock.lap("write")
    let record = BuildRecord(
      site: folders.output.record, markdown: folders.markdown?.record,
      notices: NoticeLines(site.notices(with: team.texts), ofDemo: isDemo(file)),
      summary: summary(written, site.edition))
    cache.keep(record)
    try finish(record.summary, tally, clock)
  }

  /// The options that change the bytes of a site.
  private var options: KeyValuePairs<String, String> {
    [
      "release": release ?? "", "public": "\(isPublic)", "markdown": "\(markdown != nil)",
      "internal only": "\(internalOnly)",
      "TLP:RED": "\(evidence.allowsRed)", "coverage from": "\(coverageScore)",
      "bundles of the site": "\(bundles.isEmpty)",
    ]
  }

  /// Prints the notices that were not shown before, and fails where a strict build does.
  func show(_ notices: NoticeLines, after shown: NoticeLines? = nil) throws {
    Console.show(notices, after: shown)
    guard let strict else { return }
    try Strictness(strict, allowing: allow).check(
      notices, replacing: EarlierNotices(ofSiteIn: output))
  }

  /// Prints what was built.
  func finish(_ summary: String, _ tally: BuildFolders.Tally, _ clock: StageClock) throws {
    if timings { Console.note(clock.text) }
    try Console.print("\(summary): open \(output)/index.html in a browser")
    if let tally = tally.markdown { try Console.print(self.summary(tally)) }
  }

  /// `Built 12 pages from 91 reports of Enterprise v1.0`.
  func summary(_ written: WrittenSite, _ edition: Edition) -> String {
    let releases = edition.knowledge.releases.map(\.title).joined(separator: ", ")
    return "Built \(Format.count(written.pageCount, "page")) from "
      + "\(edition.reports.countInWords) of \(releases)"
  }

  private func summary(_ tally: MarkdownTally) -> String {
    "Markdown in \(markdown ?? ""): \(Format.count(tally.written, "file")) written, "
      + "\(Format.count(tally.kept)) unchanged, \(Format.count(tally.removed)) removed"
  }
}
