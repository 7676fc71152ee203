import Attack
import Corpora
import Measures

/// The reports that cite members of a cluster, those of most members first.
struct ClusterReports {
  private let corpus: Corpus
  private let entry: ClusterCatalogue.Entry

  init(_ corpus: Corpus, _ entry: ClusterCatalogue.Entry) {
    self.corpus = corpus
    self.entry = entry
  }

  /// Those of most members, the newest first among equals.
  func table(most: Int) -> Table {
    let first = entry.findings.reports.prefix(most)
    return Table(
      "The \(first.count) reports of most members, the newest first among equals", style: "dotted",
      columns: [
        Table.Column("Published"), Table.Column("Report"),
        Table.Column("Members", isNumeric: true, isMinor: true),
        .marks("Which", entry.order.count),
      ],
      rows: first.map { found in
        let text = corpus.reports[found.report]
        let all = corpus.techniquesOfReport[found.report].count
        return Table.Row(
          nil,
          [
            .date(text.published),
            .name(id: nil, name: text.title, path: text.path),
            .text("\(found.members) of its \(all)"),
            .presence(entry.order.map { corpus.cites(found.report, $0) }),
          ])
      })
  }
}
