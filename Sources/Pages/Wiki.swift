import Attack
import Corpora
import Measures

/// The whole wiki: its pages, and the files that stand beside them.
package struct Wiki: Sendable {
  package let pages: [PageRecipe]
  package let files: [FileRecipe]
  /// Whether there are pages that a team wrote by hand.
  package let hasGuides: Bool
  /// What is new since the release before, where that is known.
  package let feed: Feed?
  /// What scripts load on first use.
  package let dataScripts: [DataScript]

  /// A file for programs that is made when it is written.
  package struct FileRecipe: Sendable {
    package let path: String
    package let make: @Sendable () -> String
  }

  /// A wiki of that title; `data/site.json` tells the settings.
  package init(
    _ ledger: Ledger, _ findings: WikiFindings, texts: TeamTexts, title: String,
    settings: BuildSettings
  ) {
    let (subsets, bases) = (findings.subsets, findings.bases)
    let (inference, evaluation) = (findings.inference, findings.evaluation)
    let leftOut = ledger.ofLeftOut
    let shelf = LogSourceIndex(ledger.knowledge)
    let change = findings.previous.map { ReleaseChange(ledger, since: $0) }
    let made =
      Self.singlePages(ledger, subsets, change, title)
      + Self.methodPages(ledger, inference, evaluation, findings.trials)
      + [
        PageRecipe(ExploreMaker.path) { ExploreMaker(ledger: ledger, inference: inference).page() },
        PageRecipe("data/index.html") {
          DataIndexMaker(
            ledger: ledger, subsets: subsets, isCompared: change != nil,
            isEvaluated: evaluation != nil
          ).page()
        },
      ]
      + [PageRecipe(SourcesMaker.path) { SourcesMaker(ledger: ledger, shelf: shelf).page() }]
      + Self.indexes(ledger, subsets)
      + Self.techniquePages(ledger, bases) + Self.actorPages(ledger, inference)
      + Self.reportPages(ledger, leftOut) + Self.otherPages(ledger, subsets)
    pages = made.map { $0.noted(texts) } + TeamPageMaker(texts: texts.pages).recipes
    hasGuides = !texts.pages.isEmpty
    feed = change.map { FeedMaker($0, title: title).feed }
    files =
      Self.files(ledger, subsets, bases, settings) + Self.leftOutFiles(leftOut)
      + Self.files(ledger, evaluation) + Self.files(change)
    dataScripts =
      [
        SearchIndex(ledger, subsets, shelf).script, ExplorerData(ledger, inference).script,
        PairModel(ledger.associations).script,
      ] + WhereScripts(ledger.knowledge).all
  }
}

extension Wiki {
  private static func singlePages(
    _ ledger: Ledger, _ subsets: [SubsetFindings], _ change: ReleaseChange?, _ title: String
  ) -> [PageRecipe] {
    [
      PageRecipe("index.html") {
        HomeMaker(ledger: ledger, subsets: subsets, change: change, title: title).page()
      },
      PageRecipe(ChangesMaker.path) { ChangesMaker(ledger: ledger, change: change).page() },
      PageRecipe(CompareMaker.path) { CompareMaker().page() },
      PageRecipe(SearchMaker.path) { SearchMaker(ledger: ledger).page() },
      PageRecipe(Page.missing) {
        Page(
          path: Page.missing, template: "404", title: "Not found",
          summary: "There is no such page", contents: NoContents())
      },
    ]
  }

  private static func indexes(_ ledger: Ledger, _ subsets: [SubsetFindings]) -> [PageRecipe] {
    let maker = IndexMaker(ledger: ledger)
    return [
      PageRecipe("techniques/index.html") { maker.techniques() },
      PageRecipe("tactics/index.html") { maker.tactics() },
      PageRecipe("reports/index.html") { maker.reports() },
      PageRecipe("subsets/index.html") { maker.subsets(subsets) },
      PageRecipe("clusters/index.html") { ClusterIndexMaker(ledger: ledger).page() },
    ]
      + Actor.Kind.allCases.map { kind in
        PageRecipe("\(kind.folder)/index.html") { maker.actors(kind) }
      }
  }

  private static func techniquePages(_ ledger: Ledger, _ bases: [BasisFindings]) -> [PageRecipe] {
    ledger.knowledge.techniques.indices.flatMap { index in
      let page = PageRecipe(ledger.knowledge.techniques[index].path) {
        TechniqueMaker(ledger: ledger, bases: bases, index: index).page()
      }
      guard ledger.hasAllPage(index) else { return [page] }
      return [
        page,
        PageRecipe(ledger.allPath(index)) {
          TechniqueAllMaker(ledger: ledger, bases: bases, index: index).page()
        },
      ]
    }
  }

  private static func actorPages(
    _ ledger: Ledger, _ inference: CalibratedInference
  ) -> [PageRecipe] {
    let insight = ActorInsight(ledger, inference)
    return ledger.knowledge.actors.indices.map { index in
      PageRecipe(ledger.knowledge.actors[index].path) {
        ActorMaker(ledger: ledger, index: index).page(insight)
      }
    }
  }

  /// Those of reports that are left out stay too, for addresses are for ever.
  private static func reportPages(_ ledger: Ledger, _ leftOut: Ledger?) -> [PageRecipe] {
    let sizes = ReportSizes(ledger)
    let counted = ledger.corpus.reports.indices.map { index in
      PageRecipe(ledger.corpus.reports[index].path) {
        ReportMaker(ledger: ledger, index: index, sizes: sizes).page()
      }
    }
    guard let leftOut else { return counted }
    return counted + [
      PageRecipe("reports/left-out.html") { IndexMaker(ledger: leftOut).leftOutReports() }
    ]
      + leftOut.corpus.reports.indices.map { index in
        PageRecipe(leftOut.corpus.reports[index].path) {
          ReportMaker(
            ledger: leftOut, index: index, sizes: sizes,
            reasons: leftOut.parted?.reasons[index] ?? []
          ).page()
        }
      }
  }

  private static func otherPages(_ ledger: Ledger, _ subsets: [SubsetFindings]) -> [PageRecipe] {
    let knowledge = ledger.knowledge
    let names = Set(subsets.map(\.subset.name))
    let tactics = knowledge.tactics.indices.map { index in
      PageRecipe(knowledge.tactics[index].path) {
        TacticMaker(ledger: ledger, index: index).page(
          hasSubset: names.contains(ledger.knowledge.tactics[index].slug))
      }
    }
    let maps = subsets.flatMap { findings in
      let maker = SubsetMaker(ledger: ledger, findings: findings)
      let page = PageRecipe(findings.subset.path) { maker.page() }
      guard findings.subset.withSubs else { return [page] }
      return [page, PageRecipe(findings.subset.allPath) { maker.allPage() }]
    }
    let retired = knowledge.retired.map { retired in
      PageRecipe(retired.path) { RetiredMaker(ledger: ledger, retired: retired).page() }
    }
    return tactics + maps + retired + clusterPages(ledger)
  }

  private static func clusterPages(_ ledger: Ledger) -> [PageRecipe] {
    ledger.clusters.pages.indices.map { index in
      PageRecipe(ledger.clusters.pages[index].path) {
        ClusterMaker(ledger: ledger, index: index).page()
      }
    }
      + (TechniqueMap.isPossible(ledger)
        ? [PageRecipe(TechniqueMap.path) { TechniqueMapMaker(ledger: ledger).page() }] : [])
  }

  private static func files(_ change: ReleaseChange?) -> [FileRecipe] {
    change.map { change in
      [FileRecipe(path: "data/changes.csv") { ChangesFile(change: change).csv }]
    } ?? []
  }

  private static func leftOutFiles(_ leftOut: Ledger?) -> [FileRecipe] {
    guard let leftOut else { return [] }
    let layers = LayerFiles(leftOut)
    let list = FileRecipe(path: "data/left-out.csv") { DataFiles(leftOut).reports() }
    return [list]
      + leftOut.corpus.reports.enumerated().map { index, report in
        FileRecipe(path: "layers/\(report.id).json") { layers.report(index) }
      }
  }

  private static func files(
    _ ledger: Ledger, _ subsets: [SubsetFindings], _ bases: [BasisFindings],
    _ settings: BuildSettings
  ) -> [FileRecipe] {
    let data = DataFiles(ledger)
    let layers = LayerFiles(ledger)
    let knowledge = ledger.knowledge
    return [
      FileRecipe(path: "data/site.json") { SiteRecord(ledger, settings).json },
      FileRecipe(path: "data/cooccurrence.csv") { data.cooccurrence() },
      FileRecipe(path: "data/techniques.csv") { data.techniques() },
      FileRecipe(path: "data/reports.csv") { data.reports() },
      FileRecipe(path: "data/where-to-look.csv") { data.whereToLook() },
      FileRecipe(path: "data/bases.csv") { BasisFile(ledger: ledger, bases: bases).csv },
      FileRecipe(path: "data/clusters.csv") { ClusterFiles(ledger).clusters() },
      FileRecipe(path: "layers/all.json") { layers.all() },
    ]
      + knowledge.techniques.enumerated().flatMap { index, technique in
        [
          FileRecipe(path: "layers/\(technique.id).json") { layers.technique(index) },
          FileRecipe(path: "data/techniques/\(technique.id).csv") { data.technique(index) },
        ]
      }
      + knowledge.actors.enumerated().compactMap { index, actor in
        guard !ledger.proceduresOfActor[index].isEmpty else { return nil }
        return FileRecipe(path: "layers/\(actor.id).json") { layers.actor(index) }
      }
      + ledger.corpus.reports.enumerated().map { index, report in
        FileRecipe(path: "layers/\(report.id).json") { layers.report(index) }
      }
      + ledger.clusters.pages.map { entry in
        FileRecipe(path: entry.csv) { ClusterFiles(ledger).pairs(of: entry) }
      }
      + subsets.map { findings in
        FileRecipe(path: "data/subsets/\(findings.subset.name).csv") { data.subset(findings) }
      }
  }
}

extension PageRecipe {
  /// The same page with a team's note on it, if there is one.
  fileprivate func noted(_ texts: TeamTexts) -> PageRecipe {
    guard let note = texts.note(on: path) else { return self }
    return PageRecipe(path) {
      var page = make()
      page.note = note
      return page
    }
  }
}
