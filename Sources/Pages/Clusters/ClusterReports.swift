import Corpora

/// The reports that cite members of a cluster, those of most members first.
struct ClusterReports {
  private let corpus: CountedCorpus
  private let entry: ClusterCatalogue.Entry
  /// Those with a member, each with how many.
  private let counts: [(report: Int, members: Int)]

  init(_ corpus: CountedCorpus, _ entry: ClusterCatalogue.Entry) {
    self.corpus = corpus
    self.entry = entry
    var counts = Array(repeating: 0, count: corpus.whole.reports.count)
    for member in entry.order {
      for report in corpus.reportsOfTechnique[member] { counts[report] += 1 }
    }
    self.counts = counts.enumerated().filter { $1 > 0 }.map { ($0, $1) }
  }

  /// How many cite so many members or more.
  func count(ofAtLeast members: Int) -> Int { counts.count { $0.members >= members } }

  /// Those of most members, the newest first among equals.
  func table(most: Int) -> Table {
    let first = counts.sorted {
      (-$0.members, corpus.whole.age[$0.report]) < (-$1.members, corpus.whole.age[$1.report])
    }.prefix(most)
    return Table(
      "The \(first.count) reports of most members, the newest first among equals", style: "dotted",
      columns: [
        Table.Column("Published"), Table.Column("Report"),
        Table.Column("Members", isNumeric: true, isMinor: true),
        .marks("Which", entry.order.count),
      ],
      rows: first.map { report, members in
        let text = corpus.report(report)
        let all = corpus.whole.techniquesOfReport[report].count
        return Table.Row(
          nil,
          [
            .text(text.published?.description ?? "no date"),
            .name(id: nil, name: text.title, path: text.path),
            .text("\(members) of its \(all)"),
            .presence(entry.order.map { corpus.whole.citations[report, $0] }),
          ])
      })
  }
}
