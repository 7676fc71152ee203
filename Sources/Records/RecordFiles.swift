package import Attack
import Corpora
import Measures
package import Pages
import Text

/// What programs read: the files beside the pages, and what the pages' scripts load.
package struct RecordFiles: Sendable {
  package let files: [FileRecipe]
  /// What scripts load on first use.
  package let dataScripts: [DataScript]

  /// `data/site.json` has the settings, `data/notices.json` the kinds of notices.
  package init(_ edition: Edition, settings: BuildSettings, notices: [Notice]) {
    let (knowledge, corpus) = (edition.knowledge, edition.corpus)
    let findings = edition.findings
    files =
      [
        FileRecipe(path: RecordPath.site) { SiteRecord(edition, settings).json },
        FileRecipe(path: RecordPath.license) {
          AttackLicense(copyright: knowledge.copyright, date: knowledge.newestDate).bytes
        },
        FileRecipe(path: RecordPath.notices) { NoticeRecord(notices: notices).json },
      ]
      + Self.tables(edition) + Self.tables(ofEach: edition) + Self.layers(edition)
      + Self.leftOutFiles(edition) + Self.evaluationFiles(edition)
    dataScripts =
      [
        SearchIndex(knowledge, findings, LogSourceIndex(knowledge)).script,
        ExplorerData(knowledge, corpus, findings.inference, version: settings.version).script,
        PairModel(findings.associations).script, ReportAddresses(corpus).script,
      ] + WhereScripts(knowledge).all
  }
}

extension RecordFiles {
  /// The tables of which a site has one.
  private static func tables(_ edition: Edition) -> [FileRecipe] {
    let (knowledge, corpus, findings) = (edition.knowledge, edition.corpus, edition.findings)
    let (associations, clusters) = (findings.associations, edition.clusters)
    let data = DataFiles(knowledge, findings)
    return [
      FileRecipe(path: RecordPath.cooccurrence) { data.cooccurrence() },
      FileRecipe(path: RecordPath.techniques) { data.techniques(clusters) },
      FileRecipe(path: RecordPath.reports) { data.reports(corpus.selection) },
      FileRecipe(path: RecordPath.whereToLook) { data.whereToLook() },
      FileRecipe(path: RecordPath.bases) {
        BasisFile(bases: findings.bases, ids: associations.ids).csv
      },
      FileRecipe(path: RecordPath.suggestions) {
        SuggestionFile(partners: findings.partners, ids: associations.ids).csv
      },
      FileRecipe(path: RecordPath.clusters) { ClusterFiles(associations, clusters).members() },
    ]
      + (findings.change.map { change in
        [
          FileRecipe(path: RecordPath.changes) {
            ChangesFile(change: change, ids: associations.ids).csv
          }
        ]
      } ?? [])
  }

  /// The tables of which each technique, cluster or subset has its own.
  private static func tables(ofEach edition: Edition) -> [FileRecipe] {
    let (knowledge, findings) = (edition.knowledge, edition.findings)
    let data = DataFiles(knowledge, findings)
    let clusters = ClusterFiles(findings.associations, edition.clusters)
    return knowledge.techniques.indexed().map { index, technique in
      FileRecipe(path: technique.csv) { data.technique(index) }
    }
      + edition.clusters.pages.map { entry in
        FileRecipe(path: entry.csv) { clusters.pairs(of: entry) }
      }
      + findings.subsets.map { findings in
        FileRecipe(path: findings.subset.csv) { data.subset(findings) }
      }
  }

  private static func layers(_ edition: Edition) -> [FileRecipe] {
    let (knowledge, corpus) = (edition.knowledge, edition.corpus)
    let layers = LayerFiles(knowledge, corpus, edition.findings.associations)
    return [FileRecipe(path: RecordPath.allTechniques) { layers.all() }]
      + knowledge.techniques.indexed().map { index, technique in
        FileRecipe(path: RecordPath.layer(of: technique.id.description)) {
          layers.technique(index)
        }
      }
      + knowledge.actors.indexed().compactMap { index, actor in
        guard !corpus.whole.proceduresOfActor[index].isEmpty else { return nil }
        return FileRecipe(path: RecordPath.layer(of: actor.id.description)) { layers.actor(index) }
      } + reportLayers(corpus.whole, corpus.selection, layers)
  }

  private static func reportLayers(
    _ corpus: Corpus, _ selection: Corpus.Selection, _ layers: LayerFiles
  ) -> [FileRecipe] {
    selection.reports.map { index in
      FileRecipe(path: RecordPath.layer(of: corpus.reports[index].id)) { layers.report(index) }
    }
  }

  private static func leftOutFiles(_ edition: Edition) -> [FileRecipe] {
    let (knowledge, corpus) = (edition.knowledge, edition.corpus)
    let (leftOut, associations) = (edition.reports.leftOut, edition.findings.associations)
    guard !leftOut.isEmpty else { return [] }
    let data = DataFiles(knowledge, edition.findings)
    return [FileRecipe(path: RecordPath.leftOut) { data.reports(leftOut) }]
      + reportLayers(corpus.whole, leftOut, LayerFiles(knowledge, corpus, associations))
  }

  private static func evaluationFiles(_ edition: Edition) -> [FileRecipe] {
    guard let evaluation = edition.findings.evaluation else { return [] }
    let releases = edition.knowledge.releases.map(\.title)
    return [
      FileRecipe(path: RecordPath.evaluation) {
        EvaluationRecord(evaluation, releases: releases).json.line
      }
    ]
  }
}
