package import Attack
import Corpora
import Measures
package import Pages
import Text

/// What programs read: the files beside the pages, and what the pages' scripts load.
package struct RecordFiles: Sendable {
  /// All but the notices, which change with what a team writes.
  private let lasting: [FileRecipe]
  /// Of the build, by their kinds.
  package var notices: [Notice] = []
  /// What scripts load on first use.
  package let dataScripts: [DataScript]

  /// What the tables are, for the page that lists them.
  package let tables: [DataTable]

  package var files: [FileRecipe] {
    let record = NoticeRecord(notices: notices)
    return lasting + [
      FileRecipe(path: RecordPath.notices, edits: record.edits) { record.json }
    ]
  }

  /// `data/site.json` has the settings, `data/notices.json` the kinds of notices.
  package init(_ edition: Edition, settings: BuildSettings) {
    let (knowledge, corpus) = (edition.knowledge, edition.corpus)
    let findings = edition.findings
    let tables = Self.tables(edition) + Self.tables(ofEach: edition)
    let answers = Self.answers(edition)
    self.tables = tables.map(\.table)
    lasting =
      [
        FileRecipe(path: RecordPath.site) { SiteRecord(edition, settings).json },
        FileRecipe(path: RecordPath.license) {
          AttackLicense(copyright: knowledge.copyright, date: knowledge.newestDate).bytes
        },
      ]
      + answers.map(\.file.recipe) + tables.flatMap(\.files)
      + Self.layers(edition) + Self.leftOutLayers(edition) + Self.evaluationFiles(edition)
      + [
        FileRecipe(path: RecordPath.package) {
          DataPackage(tables, answers, knowledge, settings, marking: edition.marking).json
        }
      ]
    dataScripts =
      [
        SearchIndex(knowledge, findings, LogSourceIndex(knowledge)).script,
        ExplorerData(
          knowledge, corpus, findings.inference, version: settings.version,
          coverage: findings.coverage?.coverage
        ).script,
        PairModel(findings.associations).script, ReportAddresses(corpus).script,
      ] + WhereScripts(knowledge).all
      + (findings.order.map { [StepsData($0, corpus, sets: edition.evidence.setNames).script] }
        ?? [])
  }
}

extension RecordFiles {
  /// The tables of which a site has one.
  private static func tables(_ edition: Edition) -> [SiteTable] {
    let (knowledge, corpus, findings) = (edition.knowledge, edition.corpus, edition.findings)
    let (associations, clusters) = (findings.associations, edition.clusters)
    let (ids, leftOut) = (associations.ids, edition.reports.leftOut)
    let data = DataFiles(knowledge, findings)
    return [
      SiteTable(DataFiles.pairTable) { data.cooccurrence() },
      SiteTable(DataFiles.techniqueTable) { data.techniques(clusters) },
      SiteTable(DataFiles.reportTable) { data.reports(corpus.selection) },
      SiteTable(DataFiles.placeTable) { data.whereToLook() },
      SiteTable(SuggestionFile.table) { SuggestionFile(partners: findings.partners, ids: ids).csv },
      SiteTable(BasisFile.table) { BasisFile(bases: findings.bases, ids: ids).csv },
      SiteTable(ClusterFiles.memberTable) { ClusterFiles(associations, clusters).members() },
    ]
      + (leftOut.isEmpty ? [] : [SiteTable(DataFiles.leftOutTable) { data.reports(leftOut) }])
      + (corpus.whole.hasSets ? [SiteTable(DataFiles.setTable) { data.sets() }] : [])
      + (findings.coverage.map { coverage in
        [SiteTable(CoverageTable.table) { CoverageTable(findings: coverage, ids: ids).csv }]
      } ?? [])
      + orderTables(edition)
      + (findings.change.map { change in
        [
          SiteTable(ChangesFile.table) {
            ChangesFile(change.objects, from: change.previous.knowledge, to: knowledge).csv
          },
          SiteTable(ChangedPairsFile.table) { ChangedPairsFile(change, ids: ids).csv },
        ]
      } ?? [])
  }

  /// Of order, and of needs and gives, where anything is said of them.
  private static func orderTables(_ edition: Edition) -> [SiteTable] {
    guard let order = edition.findings.order else { return [] }
    let ids = edition.findings.associations.ids
    let sets = edition.evidence.setNames
    return [
      order.book.isEmpty
        ? nil
        : SiteTable(OrderTable.table) {
          OrderTable(book: order.book, ids: ids, sets: sets, links: OrderLinks(order.book)).csv
        },
      order.enabling.edges.isEmpty
        ? nil : SiteTable(EnablingTable.table) { EnablingTable(findings: order, ids: ids).csv },
    ].compactMap(\.self)
  }

  /// The tables of which each technique, cluster or subset has its own.
  private static func tables(ofEach edition: Edition) -> [SiteTable] {
    let (knowledge, findings) = (edition.knowledge, edition.findings)
    let data = DataFiles(knowledge, findings)
    let clusters = ClusterFiles(findings.associations, edition.clusters)
    let tables = [
      SiteTable(
        DataFiles.partnerTable,
        files: knowledge.techniques.indexed().map { index, technique in
          FileRecipe(path: technique.csv) { data.technique(index) }
        }),
      SiteTable(
        ClusterFiles.pairTable,
        files: edition.clusters.pages.map { entry in
          FileRecipe(path: entry.csv) { clusters.pairs(of: entry) }
        }),
      SiteTable(
        DataFiles.subsetTable,
        files: findings.subsets.map { findings in
          FileRecipe(path: findings.subset.csv) { data.subset(findings) }
        }),
    ]
    return tables.filter { !$0.files.isEmpty }
  }

  /// What other programs can take as it is.
  private static func answers(_ edition: Edition) -> [DataPackage.Answer] {
    let (knowledge, corpus, findings) = (edition.knowledge, edition.corpus, edition.findings)
    return [
      DataPackage.Answer(
        name: "suggestions-by-technique",
        file: StampedFile(RecordPath.suggestionLines) {
          SuggestionLines(knowledge: knowledge, corpus: corpus, partners: findings.partners).bytes
        }, format: "jsonl", mediaType: "application/x-ndjson",
        holds: "for each technique what to look for too, a line each"),
      DataPackage.Answer(
        name: "relations",
        file: StampedFile(RecordPath.relations) {
          RelationBundle(
            knowledge: knowledge, pairs: findings.pairs.firm,
            counts: findings.associations.counts
          ).json
        }, format: "json", mediaType: "application/stix+json;version=2.1",
        holds: "the firm pairs as relationships of STIX 2.1"),
    ]
  }

  private static func layers(_ edition: Edition) -> [FileRecipe] {
    let (knowledge, corpus) = (edition.knowledge, edition.corpus)
    let layers = LayerFiles(knowledge, corpus, edition.findings.associations)
    return layers.links.layers.map { layer in
      FileRecipe(path: layer.path) { layers.all(layer.domain) }
    }
      + knowledge.techniques.indices.flatMap { index in
        layers.links(toTechnique: index).layers.map { layer in
          FileRecipe(path: layer.path) { layers.technique(index, layer.domain) }
        }
      }
      + knowledge.actors.indices.flatMap { index -> [FileRecipe] in
        guard !corpus.whole.proceduresOfActor[index].isEmpty else { return [] }
        return layers.links(to: index).layers.map { layer in
          FileRecipe(path: layer.path) { layers.actor(index, layer.domain) }
        }
      } + reportLayers(corpus.whole, corpus.selection, layers)
  }

  private static func reportLayers(
    _ corpus: Corpus, _ selection: Corpus.Selection, _ layers: LayerFiles
  ) -> [FileRecipe] {
    selection.named(in: corpus).flatMap { index in
      layers.links(to: index).layers.map { layer in
        FileRecipe(path: layer.path) { layers.report(index, layer.domain) }
      }
    }
  }

  private static func leftOutLayers(_ edition: Edition) -> [FileRecipe] {
    let corpus = edition.corpus
    return reportLayers(
      corpus.whole, edition.reports.leftOut,
      LayerFiles(edition.knowledge, corpus, edition.findings.associations))
  }

  private static func evaluationFiles(_ edition: Edition) -> [FileRecipe] {
    guard let evaluation = edition.findings.evaluation else { return [] }
    let releases = edition.knowledge.releases.map(\.title)
    let gain = edition.findings.gain
    return [
      FileRecipe(path: RecordPath.evaluation) {
        EvaluationRecord(evaluation, releases: releases, gain: gain).json.line
      }
    ]
  }
}
