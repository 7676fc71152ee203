import Attack
import Corpora
import Measures

/// The whole wiki: all of its pages.
package struct Wiki: Sendable {
  package let pages: [PageRecipe]
  /// Whether there are pages that a team wrote by hand.
  package let hasGuides: Bool
  /// What is new since the release before, where that is known.
  package let feed: Feed?

  /// A wiki of that title.
  package init(_ ledger: Ledger, _ findings: WikiFindings, texts: TeamTexts, title: String) {
    let (subsets, bases) = (findings.subsets, findings.bases)
    let (inference, evaluation) = (findings.inference, findings.evaluation)
    let shelf = LogSourceIndex(ledger.knowledge)
    let change = findings.change
    let made =
      Self.singlePages(ledger, subsets, change, title)
      + Self.methodPages(ledger, inference, evaluation, findings.trials)
      + [
        PageRecipe(PageKind.explore.path) {
          ExploreMaker(ledger: ledger, inference: inference).page()
        },
        PageRecipe(PageKind.data.path) {
          DataIndexMaker(
            ledger: ledger, subsets: subsets, isCompared: change != nil,
            isEvaluated: evaluation != nil
          ).page()
        },
      ]
      + [PageRecipe(PageKind.sources.path) { SourcesMaker(ledger: ledger, shelf: shelf).page() }]
      + Self.indexes(ledger, subsets)
      + Self.techniquePages(ledger, bases) + Self.actorPages(ledger, inference)
      + Self.reportPages(ledger) + Self.otherPages(ledger, subsets)
    pages = made.map { $0.noted(texts) } + TeamPageMaker(texts: texts.pages).recipes
    hasGuides = !texts.pages.isEmpty
    feed = change.map { FeedMaker($0, title: title).feed }
  }
}

extension Wiki {
  private static func singlePages(
    _ ledger: Ledger, _ subsets: [SubsetFindings], _ change: ReleaseChange?, _ title: String
  ) -> [PageRecipe] {
    [
      PageRecipe(PageKind.home.path) {
        HomeMaker(ledger: ledger, subsets: subsets, change: change, title: title).page()
      },
      PageRecipe(PageKind.changes.path) { ChangesMaker(ledger: ledger, change: change).page() },
      PageRecipe(PageKind.compare.path) { CompareMaker().page() },
      PageRecipe(PageKind.search.path) { SearchMaker(ledger: ledger).page() },
      PageRecipe(PageKind.missing.path) {
        Page(
          kind: .missing, path: PageKind.missing.path, template: "404", title: "Not found",
          summary: "There is no such page", contents: NoContents())
      },
    ]
  }

  private static func indexes(_ ledger: Ledger, _ subsets: [SubsetFindings]) -> [PageRecipe] {
    let maker = IndexMaker(ledger: ledger)
    return [
      PageRecipe(PageKind.technique.path) { maker.techniques() },
      PageRecipe(PageKind.tactic.path) { maker.tactics() },
      PageRecipe(PageKind.report.path) { maker.reports() },
      PageRecipe(PageKind.subset.path) { maker.subsets(subsets) },
      PageRecipe(PageKind.cluster.path) { ClusterIndexMaker(ledger: ledger).page() },
    ]
      + Actor.Kind.allCases.map { kind in
        PageRecipe(kind.page.path) { maker.actors(kind) }
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
  private static func reportPages(_ ledger: Ledger) -> [PageRecipe] {
    let sizes = ReportSizes(ledger)
    let reports = (ledger.counted.rows + ledger.reports.leftOut.rows).map { index in
      PageRecipe(ledger.corpus.reports[index].path) {
        ReportMaker(ledger: ledger, index: index, sizes: sizes).page()
      }
    }
    guard ledger.leftOutCount > 0 else { return reports }
    return reports + [
      PageRecipe(IndexMaker.leftOutPath) { IndexMaker(ledger: ledger).leftOutReports() }
    ]
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
        ? [PageRecipe(PageKind.map.path) { TechniqueMapMaker(ledger: ledger).page() }] : [])
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
