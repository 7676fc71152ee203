import Attack
import Corpora
import Measures
import Pages
import Records
import Storage
import Text
import Website

/// The stages of a build, from bundles to a folder.
extension Build {
  /// Reads the bundles that were named, or else those that the site lists, the reports beside them and the
  /// coverage, and hashes the bundles.
  func readBundles(into sources: inout BuildSources, _ file: SiteFile) async throws {
    try sources.readBundles(bundles, else: file.bundles, previous: previous)
    try sources.readEvidence(evidencePaths(of: file))
    try sources.readOrder(flows: flowPaths(of: file), capabilities: capabilityPaths(of: file))
    try sources.readCoverage(coveragePaths)
    await sources.hashBundles(onPublicSite: isPublic)
  }

  /// Where the reports beside ATT&CK's are: those of `site.yml`, then those of the command line.
  func evidencePaths(of file: SiteFile) -> [EvidencePath] {
    let listed = file.evidence.filter { !isPublic || $0.isPublic }
    return BuildSources.paths(ofListed: listed, in: site) + (isPublic ? [] : evidence.paths)
  }

  /// Where public flows are, of which a team that counts its own reports alone takes none.
  func flowPaths(of file: SiteFile) -> [EvidencePath] {
    guard !internalOnly else { return [] }
    return (BuildSources.paths(ofListed: file.flows, in: site) + order.flows)
      .map { EvidencePath(path: $0) }
  }

  /// Where it stands what techniques need and give, of the team's own.
  func capabilityPaths(of file: SiteFile) -> [String] {
    isPublic
      ? [] : BuildSources.paths(ofListed: file.capabilities, in: site) + order.capabilities
  }

  /// What says what the team can detect.
  var coveragePaths: [String] { isPublic ? [] : coverage }

  /// What a build reads beside the files of a site, as a watch looks at it.
  func inputs(of file: SiteFile) -> WatchedPaths {
    let listed = file.bundles.map { BuildSources.path(ofListed: $0, in: site) }
    let named = bundles.map { SourceFile.path($0) }
    let reports = (evidencePaths(of: file) + flowPaths(of: file)).map(\.path)
    let trees = reports + coveragePaths + capabilityPaths(of: file)
    return WatchedPaths(
      files: (named.isEmpty ? listed : named) + previous.map { SourceFile.path($0) },
      trees: trees.map { SourceFile.path($0) })
  }

  /// Reads the bundles that were found, and measures all that the wiki shows of them.
  ///
  /// `show` gets the notices before what takes long.
  func measured(
    _ sources: inout BuildSources, _ file: SiteFile, _ texts: TeamTexts,
    _ clock: inout StageClock, show: (NoticeLines) throws -> Void
  ) async throws -> MeasuredSite {
    Console.show(progress: "Reading the bundles")
    var bundles = sources.takeBundles()
    let knowledge = try BundleLoader.knowledge(
      &bundles.now, version: release, patterns: file.idPatterns)
    let hasReports = !(sources.evidence.files + sources.flows.files).isEmpty
    clock.lap("read", before: hasReports ? "Reading the reports" : "Reading the release before")
    let own = try await OwnInputs(
      sources, knowledge, allowsRed: evidence.allowsRed, coverageFrom: coverageScore)
    if hasReports { clock.lap("read the reports", before: "Reading the release before") }
    let before = try await PreviousLoader.release(
      &bundles.previous, before: knowledge, by: file.leftOut, own.readings, own.abilities,
      isAlone: internalOnly)
    if before != nil { clock.lap("read the one before") }
    Console.show(progress: "Counting and measuring")
    var edition = try await edition(knowledge, own, since: before, file, &clock)
    try show(NoticeLines(MeasuredSite.notices(edition, own.notices, texts), ofDemo: isDemo(file)))
    if file.evaluation {
      Console.show(progress: "Testing the suggestions on every report")
      edition.findings.evaluation = await evaluation(edition)
      edition.findings.gain = await EvidenceGain(
        edition.corpus.whole, edition.reports.counted, ids: knowledge.techniqueIDs)
      clock.lap("evaluate")
    }
    return MeasuredSite(
      file: file, edition: edition, noticesOfReports: own.notices,
      records: RecordFiles(edition, settings: settings(file, before, sources.inputs)))
  }

  /// Writes a site; after the `last` one, which lies in the folders, only what differs.
  func write(
    _ site: MeasuredSite, _ team: TeamFolders, into folders: BuildFolders,
    after last: WrittenSite? = nil
  ) async throws -> (WrittenSite, BuildFolders.Tally) {
    let file = site.file
    var records = site.records
    records.notices = site.notices(with: team.texts)
    let wiki = Wiki(
      site.edition, notices: records.notices, texts: SelfContainedMarkdown.texts(team.texts),
      title: file.title, tables: records.tables)
    Console.show(progress: "Writing \(Format.count(wiki.pages.count, "page"))")
    let assets = team.assets.colored(by: file.colours).adding(records.dataScripts)
    let renderer = PageRenderer(team.templates, assets, identity(file, site.edition, wiki))
    let builder = SiteBuilder(wiki, records, renderer)
    do {
      return try await folders.fill { site, markdown in
        try await builder.build(into: site, markdown: markdown, after: last)
      }
    } catch let links as BrokenLinks {
      throw CommandError(links, in: team.texts)
    }
  }

  func isDemo(_ file: SiteFile) -> Bool {
    bundles.isEmpty && file.bundles == ["demo/demo-attack.json"]
  }
}

extension Build {
  private func edition(
    _ knowledge: Knowledge, _ own: OwnInputs, since previous: PreviousRelease?,
    _ file: SiteFile, _ clock: inout StageClock
  ) async throws -> Edition {
    let corpus = Corpus(knowledge, own.evidence, isAlone: internalOnly)
    guard !internalOnly || !corpus.reports.isEmpty else {
      throw CommandError(
        "--internal-only has no report of your own to count",
        "name them with --reports, or list them under `evidence` in site.yml")
    }
    clock.lap("count")
    do throws(SubsetError) {
      var findings = try await Findings(
        knowledge, corpus, by: file.leftOut, subsets: file.subsets, since: previous,
        learning: LearntInference.kept)
      findings.coverage = own.coverage.map {
        CoverageFindings(
          $0, CoverageGaps($0, knowledge, findings.corpus, findings.inference))
      }
      findings.order = own.order.findings(knowledge, findings.associations.ratios)
      findings.agreement = findings.order.map {
        OrderAgreement($0.book, $0.enabling, findings.associations)
      }
      let edition = Edition(
        knowledge, findings, titles: file.clusterTitles, evidence: own.evidence)
      clock.lap("measure")
      return edition
    } catch {
      throw CommandError(error)
    }
  }

  /// Of the reports that are known by themselves; `nil` without such.
  ///
  /// A weighted set cannot be asked: half of its reports are none.
  private func evaluation(_ edition: Edition) async -> EvaluationFindings? {
    let (corpus, counted) = (edition.corpus.whole, edition.reports.counted)
    let training = TrainingSet(
      corpus, counted.withoutSets(in: corpus), ids: edition.knowledge.techniqueIDs)
    guard !training.rows.isEmpty || !corpus.hasSets else { return nil }
    return await TrainingCache("evaluation").result(training) { await EvaluationFindings($0) }
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
      + edition.reports.countInWords
      + (edition.corpus.tally.ofThem.map { " that name techniques, \($0)." }
        ?? " cited for techniques.")
    site.copyright = knowledge.copyright
    site.date = knowledge.newestDate
    site.hasFeed = wiki.feed != nil
    return site
  }
}
