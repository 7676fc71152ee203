import Corpora

/// The reports by name, for the explorer's evidence: `assets/report-titles.HASH.js`.
///
/// It sets `window.attackRelationsReportTitles` to a list of lists of id, date and title, in the
/// order of keys, as in `ExplorerData`.
struct ReportTitles {
  let ledger: Ledger

  var script: DataScript {
    DataScript(
      "report-titles", sets: "attackRelationsReportTitles",
      .list(
        ledger.corpus.reports.map { report in
          [
            .text(report.id), .text(report.published.map { "\($0)" } ?? ""), .text(report.title),
          ]
        }))
  }
}
