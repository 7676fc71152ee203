import Attack
import Corpora
import Measures
package import Pages
import Text

/// What programs read: the files that stand beside the pages, and what the pages' scripts load.
package struct RecordFiles: Sendable {
  package let files: [FileRecipe]
  /// What scripts load on first use.
  package let dataScripts: [DataScript]

  /// `data/site.json` tells the settings.
  package init(_ ledger: Ledger, _ findings: WikiFindings, settings: BuildSettings) {
    let (subsets, bases) = (findings.subsets, findings.bases)
    let logSources = LogSourceIndex(ledger.knowledge)
    files =
      Self.files(ledger, subsets, bases, settings) + Self.leftOutFiles(ledger)
      + Self.files(ledger, findings.evaluation)
      + Self.files(findings.change)
    dataScripts =
      [
        SearchIndex(ledger, subsets, logSources).script,
        ExplorerData(ledger, findings.inference).script, PairModel(ledger.associations).script,
      ] + WhereScripts(ledger.knowledge).all
  }
}

extension RecordFiles {
  private static func files(_ change: ReleaseChange?) -> [FileRecipe] {
    change.map { change in
      [FileRecipe(path: RecordPath.changes) { ChangesFile(change: change).csv }]
    } ?? []
  }

  private static func leftOutFiles(_ ledger: Ledger) -> [FileRecipe] {
    guard ledger.leftOutCount > 0 else { return [] }
    let leftOut = ledger.reports.leftOut
    return [
      FileRecipe(path: RecordPath.leftOut) { DataFiles(ledger).reports(leftOut) }
    ] + reportLayers(ledger, leftOut)
  }

  private static func reportLayers(
    _ ledger: Ledger, _ selection: Corpus.Selection
  ) -> [FileRecipe] {
    let layers = LayerFiles(ledger)
    return selection.rows.map { index in
      FileRecipe(path: RecordPath.layer(of: ledger.corpus.reports[index].id)) {
        layers.report(index)
      }
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
      FileRecipe(path: RecordPath.site) { SiteRecord(ledger, settings).json },
      FileRecipe(path: RecordPath.cooccurrence) { data.cooccurrence() },
      FileRecipe(path: RecordPath.techniques) { data.techniques() },
      FileRecipe(path: RecordPath.reports) { data.reports(ledger.counted) },
      FileRecipe(path: RecordPath.whereToLook) { data.whereToLook() },
      FileRecipe(path: RecordPath.bases) { BasisFile(ledger: ledger, bases: bases).csv },
      FileRecipe(path: RecordPath.clusters) { ClusterFiles(ledger).clusters() },
      FileRecipe(path: RecordPath.allTechniques) { layers.all() },
    ]
      + knowledge.techniques.enumerated().flatMap { index, technique in
        [
          FileRecipe(path: RecordPath.layer(of: technique.id.description)) {
            layers.technique(index)
          },
          FileRecipe(path: technique.csv) { data.technique(index) },
        ]
      }
      + knowledge.actors.enumerated().compactMap { index, actor in
        guard !ledger.proceduresOfActor[index].isEmpty else { return nil }
        return FileRecipe(path: RecordPath.layer(of: actor.id.description)) { layers.actor(index) }
      }
      + reportLayers(ledger, ledger.counted)
      + ledger.clusters.pages.map { entry in
        FileRecipe(path: entry.csv) { ClusterFiles(ledger).pairs(of: entry) }
      }
      + subsets.map { findings in
        FileRecipe(path: findings.subset.csv) { data.subset(findings) }
      }
  }

  private static func files(_ ledger: Ledger, _ evaluation: EvaluationFindings?) -> [FileRecipe] {
    guard let evaluation else { return [] }
    let releases = ledger.knowledge.releases.map(\.title)
    return [
      FileRecipe(path: RecordPath.evaluation) {
        EvaluationRecord(evaluation, releases: releases).json.line
      }
    ]
  }
}
