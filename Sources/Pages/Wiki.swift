package import Attack
import Corpora
import Measures

/// The whole wiki: all of its pages.
///
/// What each maker takes of an edition is written here, and nowhere else.
package struct Wiki: Sendable {
  package let pages: [PageRecipe]
  /// Whether there are pages that a team wrote by hand.
  package let hasGuides: Bool
  /// What these show.
  package let pictures: [TeamPicture]
  /// What is new since the previous release, where that is known.
  package let feed: Feed?

  /// - Parameters:
  ///   - edition: what the pages are made from.
  ///   - notices: for the data notes.
  ///   - texts: what a team wrote by hand.
  ///   - title: of the site.
  ///   - tables: for programs, which a page lists.
  package init(
    _ edition: Edition, notices: [Notice], texts: TeamTexts, title: String, tables: [DataTable]
  ) {
    let made =
      Self.singlePages(edition, title) + Self.methodPages(edition, notices, tables)
      + Self.evidencePages(edition)
      + Self.indexes(edition)
      + Self.techniquePages(edition) + Self.actorPages(edition) + Self.reportPages(edition)
      + Self.tacticPages(edition) + Self.subsetPages(edition) + Self.retiredPages(edition)
      + Self.clusterPages(edition)
    let marking = edition.marking
    pages =
      made.map { $0.noted(texts).marked(marking) } + TeamPageMaker(texts: texts.pages).recipes
    hasGuides = !texts.pages.isEmpty
    pictures = texts.pictures
    feed = edition.findings.change.map {
      FeedMaker(
        $0, edition.knowledge, edition.corpus, edition.map, title: title
      ).feed
    }
  }
}

extension Wiki {
  /// The pages of which there is one.
  private static func singlePages(_ edition: Edition, _ title: String) -> [PageRecipe] {
    let (knowledge, corpus, reports) = (edition.knowledge, edition.corpus, edition.reports)
    let (findings, map) = (edition.findings, edition.map)
    return [
      PageRecipe(PageKind.home.path) {
        HomeMaker(
          knowledge: knowledge, corpus: corpus, reports: reports, findings: findings,
          clusters: edition.clusters, map: map, title: title
        ).page()
      },
      PageRecipe(PageKind.changes.path) {
        ChangesMaker(
          knowledge: knowledge, corpus: corpus, associations: findings.associations, map: map,
          change: findings.change
        ).page()
      },
      PageRecipe(PageKind.missing.path) { Page.missing },
    ] + askedPages(edition)
  }

  /// Those that answer to what their reader types or ticks.
  private static func askedPages(_ edition: Edition) -> [PageRecipe] {
    let (knowledge, corpus, findings) = (edition.knowledge, edition.corpus, edition.findings)
    return [
      PageRecipe(PageKind.compare.path) { CompareMaker(hasSteps: findings.order != nil).page() },
      PageRecipe(PageKind.search.path) {
        SearchMaker(knowledge: knowledge, reportCount: corpus.count).page()
      },
      PageRecipe(PageKind.explore.path) {
        ExploreMaker(
          knowledge: knowledge, corpus: corpus, inference: findings.inference,
          example: findings.explorerExample,
          absences: findings.evaluation.flatMap { AbsenceWorth($0.evaluation) },
          hasCoverage: findings.coverage != nil, hasSteps: findings.order != nil
        ).page()
      },
      PageRecipe(PageKind.sources.path) {
        SourcesMaker(
          techniques: knowledge.techniques, associations: findings.associations,
          index: LogSourceIndex(knowledge)
        ).page()
      },
    ]
  }

  /// What was read beside ATT&CK's reports, and what the team covers.
  private static func evidencePages(_ edition: Edition) -> [PageRecipe] {
    gapPages(edition) + ownPages(edition) + orderPages(edition) + needPages(edition)
  }

  private static func orderPages(_ edition: Edition) -> [PageRecipe] {
    guard let order = edition.findings.order, !order.book.isEmpty else { return [] }
    let (book, steps, links) = (order.book, order.steps, OrderLinks(order.book))
    let (knowledge, corpus, map) = (edition.knowledge, edition.corpus.whole, edition.map)
    let (associations, sets) = (edition.findings.associations, edition.evidence.setNames)
    let all = PageRecipe(PageKind.order.path) {
      OrderMaker(
        knowledge: knowledge, associations: associations, map: map, book: book, steps: steps,
        sets: sets, links: links
      ).page()
    }
    return [all]
      + book.reports.enumerated().map { number, report in
        PageRecipe(links.path(report)) {
          FlowMaker(
            knowledge: knowledge, corpus: corpus, associations: associations, map: map, sets: sets,
            links: links, report: report, previous: number > 0 ? book.reports[number - 1] : nil,
            next: number + 1 < book.reports.count ? book.reports[number + 1] : nil
          ).page()
        }
      }
  }

  private static func needPages(_ edition: Edition) -> [PageRecipe] {
    guard let order = edition.findings.order, !order.enabling.edges.isEmpty else { return [] }
    let (knowledge, map) = (edition.knowledge, edition.map)
    let associations = edition.findings.associations
    return [
      PageRecipe(PageKind.needs.path) {
        NeedsMaker(
          knowledge: knowledge, associations: associations, map: map, order: order
        ).page()
      }
    ]
  }

  private static func gapPages(_ edition: Edition) -> [PageRecipe] {
    guard let coverage = edition.findings.coverage else { return [] }
    let (knowledge, corpus) = (edition.knowledge, edition.corpus)
    return [
      PageRecipe(PageKind.gaps.path) {
        GapsMaker(
          knowledge: knowledge, corpus: corpus, coverage: coverage.coverage, gaps: coverage.gaps
        ).page()
      }
    ]
  }

  private static func ownPages(_ edition: Edition) -> [PageRecipe] {
    guard EvidenceMaker.isNeeded(edition.evidence) else { return [] }
    let (knowledge, corpus, findings) = (edition.knowledge, edition.corpus, edition.findings)
    let (evidence, map) = (edition.evidence, edition.map)
    return [
      PageRecipe(PageKind.evidence.path) {
        EvidenceMaker(
          knowledge: knowledge, corpus: corpus, evidence: evidence, own: findings.own, map: map
        ).page()
      }
    ]
  }

  /// How each number is calculated, how good it is, what the words mean, and which files hold all.
  private static func methodPages(
    _ edition: Edition, _ notices: [Notice], _ tables: [DataTable]
  ) -> [PageRecipe] {
    let (knowledge, corpus) = (edition.knowledge, edition.corpus)
    let (reports, findings) = (edition.reports, edition.findings)
    return [
      PageRecipe(
        PageKind.method.path, edits: notices.map { "\($0.kind.name) \($0.place)" }
      ) {
        MethodMaker(
          knowledge: knowledge, corpus: corpus, reports: reports, findings: findings,
          notices: notices
        ).page()
      },
      PageRecipe(PageKind.words.path) { WordsMaker().page() },
      PageRecipe(PageKind.data.path) {
        DataIndexMaker(
          knowledge: knowledge, reports: reports, subsets: findings.subsets, tables: tables,
          isEvaluated: findings.evaluation != nil
        ).page()
      },
    ]
      + (findings.evaluation.map { evaluation in
        [
          PageRecipe(PageKind.evaluation.path) {
            EvaluationMaker(findings: evaluation, gain: findings.gain).page()
          }
        ]
      } ?? [])
  }
}

extension Wiki {
  /// The lists of all pages of a kind.
  private static func indexes(_ edition: Edition) -> [PageRecipe] {
    let (knowledge, corpus, reports) = (edition.knowledge, edition.corpus, edition.reports)
    let (findings, map) = (edition.findings, edition.map)
    let associations = findings.associations
    return [
      PageRecipe(PageKind.technique.path) {
        TechniqueIndexMaker(knowledge: knowledge, findings: findings, map: map).page()
      },
      PageRecipe(PageKind.tactic.path) {
        TacticIndexMaker(knowledge: knowledge, associations: associations).page()
      },
      PageRecipe(PageKind.report.path) {
        ReportIndexMaker(
          actors: knowledge.actors, corpus: corpus.whole, reports: reports
        ).page()
      },
      PageRecipe(PageKind.subset.path) {
        SubsetIndexMaker(
          subsets: findings.subsets,
          map: findings.map.map { TechniqueMap.row(associations, $0) } ?? []
        ).page()
      },
      PageRecipe(PageKind.cluster.path) {
        ClusterIndexMaker(
          techniques: knowledge.techniques, associations: associations,
          clusters: edition.clusters, hasMap: findings.map != nil
        ).page()
      },
    ]
      + Actor.Kind.allCases.map { kind in
        PageRecipe(kind.page.path) {
          ActorIndexMaker(knowledge, findings.actors, kind).page()
        }
      }
  }

  private static func techniquePages(_ edition: Edition) -> [PageRecipe] {
    let (knowledge, corpus) = (edition.knowledge, edition.corpus)
    let (findings, map) = (edition.findings, edition.map)
    let orderLinks = findings.order.map { OrderLinks($0.book) }
    return knowledge.techniques.indices.flatMap { index in
      let page = PageRecipe(knowledge.techniques[index].path) {
        TechniqueMaker(
          knowledge: knowledge, corpus: corpus, findings: findings, clusters: edition.clusters,
          map: map, orderLinks: orderLinks, index: index
        ).page()
      }
      guard map.hasAllPage(index) else { return [page] }
      return [
        page,
        PageRecipe(map.allPath(index)) {
          TechniqueAllMaker(
            knowledge: knowledge, corpus: corpus, findings: findings, map: map, index: index
          ).page()
        },
      ]
    }
  }

  private static func actorPages(_ edition: Edition) -> [PageRecipe] {
    let (knowledge, corpus, map) = (edition.knowledge, edition.corpus, edition.map)
    let (associations, findings) = (edition.findings.associations, edition.findings.actors)
    return knowledge.actors.indices.map { index in
      PageRecipe(knowledge.actors[index].path) {
        ActorMaker(
          knowledge: knowledge, corpus: corpus, associations: associations, map: map,
          findings: findings, index: index
        ).page()
      }
    }
  }

  /// Those of reports that are left out stay too, since addresses are permanent.
  private static func reportPages(_ edition: Edition) -> [PageRecipe] {
    let (knowledge, corpus, reports) = (edition.knowledge, edition.corpus.whole, edition.reports)
    let (associations, map) = (edition.findings.associations, edition.map)
    let sizes = ReportSizes(edition.corpus, reports.filter)
    let note = edition.corpus.ownNote
    let named = reports.counted.named(in: corpus) + reports.leftOut.named(in: corpus)
    let pages = named.map { index in
      PageRecipe(corpus.reports[index].path) {
        ReportMaker(
          knowledge: knowledge, corpus: corpus, reports: reports, associations: associations,
          map: map, index: index, sizes: sizes, note: note
        ).page()
      }
    }
    return pages + setPages(edition) + leftOutPage(edition)
  }

  /// Of weighted sets a page for each source.
  private static func setPages(_ edition: Edition) -> [PageRecipe] {
    let (knowledge, corpus) = (edition.knowledge, edition.corpus)
    return corpus.whole.setSources.map { source in
      PageRecipe(source.path) {
        SetSourceMaker(knowledge: knowledge, corpus: corpus, source: source).page()
      }
    }
  }

  private static func leftOutPage(_ edition: Edition) -> [PageRecipe] {
    let (knowledge, corpus, reports) = (edition.knowledge, edition.corpus.whole, edition.reports)
    guard !reports.leftOut.isEmpty else { return [] }
    return [
      PageRecipe(ReportIndexMaker.leftOutPath) {
        ReportIndexMaker(actors: knowledge.actors, corpus: corpus, reports: reports).leftOutPage()
      }
    ]
  }
}

extension Wiki {
  private static func tacticPages(_ edition: Edition) -> [PageRecipe] {
    let (knowledge, findings, map) = (edition.knowledge, edition.findings, edition.map)
    let names = Set(findings.subsets.map(\.subset.name))
    return knowledge.tactics.indices.map { index in
      PageRecipe(knowledge.tactics[index].path) {
        TacticMaker(
          knowledge: knowledge, findings: findings, map: map, index: index
        ).page(hasSubset: names.contains(knowledge.tactics[index].slug))
      }
    }
  }

  private static func subsetPages(_ edition: Edition) -> [PageRecipe] {
    let (knowledge, corpus, map) = (edition.knowledge, edition.corpus, edition.map)
    return edition.findings.subsets.flatMap { findings in
      let page = PageRecipe(findings.subset.path) {
        SubsetMaker(knowledge: knowledge, corpus: corpus, map: map, findings: findings).page()
      }
      guard findings.subset.withSubs else { return [page] }
      return [
        page,
        PageRecipe(findings.subset.allPath) {
          SubsetAllMaker(
            techniques: knowledge.techniques, corpus: corpus.whole, map: map, findings: findings
          ).page()
        },
      ]
    }
  }

  private static func retiredPages(_ edition: Edition) -> [PageRecipe] {
    let targets = edition.map.targets
    return edition.knowledge.retired.map { retired in
      PageRecipe(retired.path) { RetiredMaker(retired: retired, targets: targets).page() }
    }
  }

  private static func clusterPages(_ edition: Edition) -> [PageRecipe] {
    let (knowledge, corpus) = (edition.knowledge, edition.corpus)
    let (associations, map) = (edition.findings.associations, edition.map)
    let clusters = edition.clusters
    let pages = clusters.pages.indexed().map { index, entry in
      PageRecipe(entry.path) {
        ClusterMaker(
          knowledge: knowledge, corpus: corpus, associations: associations, clusters: clusters,
          map: map, index: index
        ).page()
      }
    }
    guard let order = edition.findings.map else { return pages }
    return pages + [
      PageRecipe(PageKind.map.path) {
        TechniqueMapMaker(
          associations: associations, clusters: clusters, order: order, note: corpus.ownNote
        ).page()
      }
    ]
  }
}

extension PageRecipe {
  /// The same page with the strictest marking of the site, unless it is a page whose own reports are known.
  fileprivate func marked(_ marking: String?) -> PageRecipe {
    guard let marking else { return self }
    return changed { page in
      let isObject =
        (page.kind == .technique || page.kind == .report) && page.path != page.kind.path
        && page.path != ReportIndexMaker.leftOutPath
      if !isObject, page.kind.showsReports { page.marking = page.marking ?? marking }
    }
  }

  /// The same page with a team's note on it, if there is one.
  fileprivate func noted(_ texts: TeamTexts) -> PageRecipe {
    guard let note = texts.note(on: path) else { return self }
    return changed(edits: note.edits) { $0.note = note }
  }

  /// The same page after a change, which may follow from edits of a team too.
  private func changed(
    edits more: [String] = [], _ change: @escaping @Sendable (inout Page) -> Void
  ) -> PageRecipe {
    PageRecipe(path, edits: edits + more) {
      var page = make()
      change(&page)
      return page
    }
  }
}
