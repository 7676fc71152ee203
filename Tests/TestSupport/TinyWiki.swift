import Attack
import Corpora
import Measures
package import Pages
import Records

/// A wiki of a handful of invented objects that has every kind of page but the evaluation.
package enum TinyWiki {
  /// All of its pages, compared with the wiki of fewer reports.
  package static var pages: [Page] {
    get async throws {
      let knowledge = knowledge(reports: 51)
      let filter = ReportFilter(techniquesFrom: 6)
      let before = await PreviousRelease(knowledgeBefore, by: filter)
      let findings = try await Findings(
        knowledge, Corpus(knowledge), by: filter, subsets: subsets, since: before)
      let texts = TeamTexts(
        pages: [TeamText(name: "hunting", markdown: "# How we hunt\n\nSlowly.", source: "a.md")],
        notes: [TeamText(name: "T1001", markdown: "Seen here.", source: "b.md")])
      let edition = Edition(knowledge, findings)
      let records = RecordFiles(
        edition, settings: BuildSettings(version: "1", title: "Tiny"))
      let wiki = Wiki(
        edition, notices: knowledge.notices, texts: texts, title: "Tiny", tables: records.tables)
      return wiki.pages.map { $0.make() }
    }
  }

  /// The pages that only a site has which counts a team's own reports and knows what it covers.
  package static var ownPages: [Page] {
    get async throws {
      let knowledge = knowledge(reports: 51)
      let resolver = TechniqueResolver(knowledge)
      let table =
        "report,technique,date,step\nOurs,T1001,2026-01-02,1\nOurs,T1010,,2\nOurs,T1002/T9,,3\n"
      let file = try ReportFile(Array(table.utf8), name: "ours")
      let evidence = Evidence([
        Evidence.Source(
          name: nil, isPublic: false,
          files: [
            Evidence.File(
              name: "ours.csv", format: file.format,
              reports: file.reports.map { TeamReport($0, ofFile: "ours", by: resolver) },
              remarks: file.remarks)
          ])
      ])
      let layer =
        #"{"name": "L", "domain": "d", "techniques": [{"techniqueID": "T1001", "score": 1}]}"#
      let coverage = Coverage(
        try CoverageFile.all(Array(layer.utf8), name: "l"), knowledge, resolver)
      let corpus = Corpus(knowledge, evidence)
      var findings = try await Findings(knowledge, corpus)
      findings.coverage = CoverageFindings(
        coverage, CoverageGaps(coverage, knowledge, findings.corpus, findings.inference))
      let capabilities = try CapabilityText.capabilities(of: [
        "T1001 gives a.b", "T1002 needs a.b, c.d gives e.f", "T1005 needs e.f gives a.b",
        "T9 needs e.f",
      ])
      findings.order = OrderFindings(
        OrderBook(evidence.orders + [flow]), EnablingGraph(capabilities, knowledge, resolver),
        capabilities, knowledge, findings.associations.ratios)
      let wiki = Wiki(
        Edition(knowledge, findings, evidence: evidence), notices: [], texts: TeamTexts(),
        title: "Tiny", tables: [])
      return wiki.pages.map { $0.make() }.filter {
        [.evidence, .gaps, .order, .needs].contains($0.kind)
      }
    }
  }

  /// The page of a source of weighted sets, and the page of a technique that they have.
  package static var setPages: [Page] {
    get async throws {
      let knowledge = knowledge(reports: 51)
      let table =
        "weight,techniques,last_seen\n120,T1001 T1002,2026-01-02\n7,T1010,\n7,T1005 T1009,2025-05-06\n"
      let read = try ReportFile(Array(table.utf8), name: "sensors")
      let sets = TechniqueSets(
        read.sets, source: "sensors", by: TechniqueResolver(knowledge))
      let evidence = Evidence([
        Evidence.Source(
          name: nil, isPublic: false,
          files: [
            Evidence.File(
              name: "sensors.csv", format: .sets, reports: [], sets: sets, remarks: [])
          ])
      ])
      let findings = try await Findings(knowledge, Corpus(knowledge, evidence))
      let wiki = Wiki(
        Edition(knowledge, findings, evidence: evidence), notices: [], texts: TeamTexts(),
        title: "Tiny", tables: [])
      return wiki.pages.map { $0.make() }.filter {
        $0.template == "sets" || $0.path == "techniques/T1010.html"
      }
    }
  }

  /// A public flow of four actions, of which one was taken where another failed, and one names no technique.
  private static var flow: OrderBook.Report {
    let order = OrderedActions(
      .drawn, [[0], [2, 4], [5], []],
      [
        .init(before: 0, after: 1, onFailure: false), .init(before: 1, after: 2, onFailure: true),
        .init(before: 2, after: 3, onFailure: false),
      ])
    return OrderBook.Report(
      origin: .flows, key: ReportKey("flows.example.org/1"), title: "A drawn flow",
      addresses: ReportAddress.telling(["https://flows.example.org/1"]), order: order,
      pairs: order.pairs)
  }

  private static var subsets: [SubsetDefinition] {
    [
      SubsetDefinition(
        name: "all", title: "All", withSubs: true, selection: .platform("Windows"),
        source: "site.yml:1")
    ]
  }

  /// Fifteen reports of one habit, thirty-five of T1001 and its company, one of many techniques.
  private static func knowledge(
    reports count: Int, among objects: [StixObject] = Self.objects
  ) -> Knowledge {
    let reports = (0..<51).map { report -> [String] in
      if report < 15 { return ["T1005", "T1006", "T1007", "T1008"] }
      if report == 50 { return ["T1001", "T1002", "T1005", "T1006", "T1007", "T1008"] }
      return ["T1001"] + (report % 3 == 0 ? ["T1002"] : []) + (report % 5 == 0 ? ["T1001.001"] : [])
    }
    let uses = reports.prefix(count).enumerated().flatMap { report, techniques in
      techniques.map { use(of: $0, in: report, by: report < 15 ? "S0001" : "G0001") }
    }
    return .make(objects + uses)
  }

  /// Of fewer reports, without one technique, and with another name of another one.
  private static var knowledgeBefore: Knowledge {
    knowledge(
      reports: 40,
      among: objects.filter { $0.id != StixObject.stixID("T1010") }.map { object in
        var object = object
        if object.id == StixObject.stixID("T1006") { object.name = "Old name" }
        return object
      })
  }

  private static func use(of technique: String, in report: Int, by actor: String) -> StixObject {
    .make(actor, "uses", technique, id: "\(report)-\(technique)") {
      $0.description = "[Name](https://attack.mitre.org) used it.(Citation: Report \(report))"
      $0.references = [
        ExternalReference(
          sourceName: "Report \(report)", url: "https://reports.example.org/\(report)",
          description: "Author, A. (\(2015 + report % 9), May 4). Report \(report). "
            + "Retrieved May 5, 2024.")
      ]
    }
  }

  private static let objects: [StixObject] =
    ["T1001", "T1001.001", "T1002", "T1002.001", "T1005", "T1006", "T1007", "T1008", "T1010"].map {
      id in
      .make(id) {
        $0.platforms = id == "T1010" ? ["Linux"] : ["Windows"]
        $0.description = "What \(id) is."
      }
    } + [
      .make("TA0002") { $0.shortname = "execution" },
      .make("T1009") { $0.isRevoked = true }, .make("T1009", "revoked-by", "T1002"),
      .make("G0001") { $0.aliases = ["Name of G0001", "Other Name"] }, .make("S0001"),
      .make("C0001"), .make("G0001", "uses", "S0001"), .make("C0001", "attributed-to", "G0001"),
      .make("C0001", "uses", "T1010"),
    ] + detections

  private static let detections: [StixObject] = {
    let strategy = StixObject.stixID("DET0001", "x-mitre-detection-strategy")
    let component = StixObject.stixID("DC1", "x-mitre-data-component")
    let mitigation = StixObject.stixID("M1001", "course-of-action")
    return [
      .make("M1001", "course-of-action"), .make(mitigation, "mitigates", "T1001"),
      .make("DET0001", "x-mitre-detection-strategy") {
        $0.analyticRefs = [StixObject.stixID("AN0001", "x-mitre-analytic")]
      },
      .make("AN0001", "x-mitre-analytic") {
        $0.platforms = ["Windows"]
        $0.logSources = [
          LogSourceReference(component: component, name: "Sysmon", channel: "EventCode=1")
        ]
      },
      .make("DC1", "x-mitre-data-component") { $0.name = "Process Creation" },
      .make(strategy, "detects", "T1001"), .make(strategy, "detects", "T1002"),
    ]
  }()
}
