import Attack
import Corpora
import Measures
import Text

/// Makes the page that names the reports of every pair of a subset, for techniques that count with
/// their sub-techniques.
struct SubsetAllMaker: Sendable {
  let techniques: IndexedList<Technique, Technique>
  let corpus: Corpus
  let map: SiteMap
  let findings: SubsetFindings

  /// The values for `Templates/subset-all.md`.
  struct Contents: Sendable {
    let title: String
    let page: String
    let reports: String
    /// Whether some reports are not known one by one.
    let hasSets: Bool
  }

  func page() -> Page {
    let subset = findings.subset
    let reports = Set(
      findings.shown.flatMap { findings.reports(citing: $0) }
    ).sorted { corpus.age[$0] < corpus.age[$1] }
    let numbers = Dictionary(uniqueKeysWithValues: reports.enumerated().map { ($1, $0 + 1) })
    return Page(
      kind: .subset, path: subset.allPath, template: "subset-all",
      title: "Who says so: \(subset.title)",
      summary: "The reports of every pair of \(subset.title)",
      trail: [PageKind.subset.link, Link(subset.title, to: subset.path)],
      contents: Contents(
        title: subset.title, page: PageLocation(subset.allPath).href(subset.path),
        reports: Format.count(reports.count, "report"), hasSets: corpus.hasSets),
      exhibits: [
        "pairs": .table(pairs(numbers)),
        "reports": .table(
          ReportTable(corpus).table(
            reports.enumerated().map { ($0 + 1, $1) },
            caption: "The reports that cite any of these techniques, newest first")),
      ])
  }

  private func pairs(_ numbers: [Index<Report>: Int]) -> Table {
    let grids = GridMaker(techniques, map, findings)
    let sorted = findings.shown.sorted()
    let pairs = sorted.flatMap { a in sorted.filter { $0 > a }.map { (a, $0) } }
    return Table(
      "The pairs that are reported together", style: "pairs",
      columns: [
        Table.Column("Pair"), Table.Column("Reports", isNumeric: true),
        Table.Column("Which reports"),
      ],
      rows: pairs.compactMap { a, b in
        let together = findings.pair(a, b).together
        guard together > 0 else { return nil }
        let rows = findings.reports(citing: a, b).compactMap { numbers[$0] }.sorted()
        return Table.Row(
          grids.anchor(a, b),
          [
            .text("\(grids.label(a).name) with \(grids.label(b).name)"),
            .count(together, path: nil), .references(rows, page: ""),
          ], isWithSubs: grids.isWithSubs(a) || grids.isWithSubs(b))
      })
  }
}

extension SubsetAllMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("page", \.page),
    .text("reports", \.reports),
    .flag("hasSets", \.hasSets),
  ]
}
