import Attack
import Corpora
import Measures
import Text

/// Makes the pages of a subset: its maps, the same numbers as tables, and who says so.
struct SubsetMaker: Sendable {
  let ledger: Ledger
  let findings: SubsetFindings

  private var subset: Subset { findings.subset }
  private var place: PageLocation { PageLocation(subset.path) }
  private var shown: [Int] { findings.shown }

  /// What `Templates/subset.md` says.
  struct Contents: Sendable {
    let title: String
    let members: String
    let shown: String
    let isCut: Bool
    let reports: String
    let withSubs: Bool
    let remarks: [String]
    let example: String?
    let basis: String
    let csv: String
    let counts: String
    let percentages: String
    let expected: String
    let allPath: String?
  }

  func page() -> Page {
    let grids = GridMaker(ledger, findings)
    return Page(
      kind: .subset, path: subset.path, template: "subset", title: subset.title,
      summary: "How often \(subset.members.count) techniques are cited in the same report",
      trail: [PageKind.subset.link], contents: contents,
      exhibits: [
        "counts": .figure(grids.counts), "percentages": .figure(grids.percentages),
        "expected": .figure(grids.expected), "counts-table": .table(table(percentages: false)),
        "percentages-table": .table(table(percentages: true)),
      ])
  }

  private var contents: Contents {
    Contents(
      title: subset.title, members: Format.count(subset.members.count, "technique"),
      shown: Format.count(shown.count), isCut: shown.count < subset.members.count,
      reports: Format.count(ledger.counted.count, "report"), withSubs: subset.withSubs,
      remarks: subset.remarks.map(MarkdownText.escape), example: example,
      basis: ledger.knowledge.releases.map(\.title).joined(separator: ", "),
      csv: place.href(subset.csv),
      counts: place.href(subset.figure("counts")),
      percentages: place.href(subset.figure("percentages")),
      expected: place.href(subset.figure("expected")),
      allPath: subset.withSubs ? place.href(subset.allPath) : nil)
  }

  /// How a row is read, with the first pair that is seen together.
  private var example: String? {
    for row in shown {
      for column in shown where column != row {
        let together = findings.association(row, column).together
        guard together > 0, findings.total(row) >= 5, findings.total(column) >= 5 else { continue }
        return "of the \(findings.total(row)) reports that cite \(name(row)), "
          + "\(Format.percent(Double(together) / Double(findings.total(row)))) % also cite "
          + "\(name(column)); of the \(findings.total(column)) that cite \(name(column)), "
          + "\(Format.percent(Double(together) / Double(findings.total(column)))) % cite \(name(row))"
      }
    }
    return nil
  }

  private func name(_ member: Int) -> String {
    MarkdownText.escape(
      ledger.knowledge.techniques[subset.members[member].technique].name
        + (subset.withSubs && subset.members[member].columns.count > 1 ? " and subs" : ""))
  }

  private func table(percentages: Bool) -> Table {
    let labels = GridMaker(ledger, findings).labels
    let caption =
      percentages
      ? "Percent of the row’s reports that also cite the column; on the diagonal, the number of "
        + "reports"
      : "Reports that cite both; on the diagonal, reports that cite the technique"
    return Table(
      caption, style: "square",
      columns: [Table.Column("Technique")]
        + labels.map { Table.Column($0.id, isNumeric: true) },
      rows: zip(shown, labels).map { row, label in
        let technique = ledger.knowledge.techniques[subset.members[row].technique]
        let name = Cell.name(id: label.id, name: label.name, path: technique.path)
        return Table.Row(nil, [name] + shown.map { cell(row, $0, percentages) })
      })
  }

  private func cell(_ row: Int, _ column: Int, _ percentages: Bool) -> Cell {
    let total = findings.total(row)
    if row == column {
      return .count(total, path: ledger.knowledge.techniques[subset.members[row].technique].path)
    }
    let together = findings.association(row, column).together
    guard percentages else {
      return .count(together, path: together == 0 ? nil : evidencePath(row, column))
    }
    guard total > 0 else { return .text("–") }
    return .text(together == 0 ? "0" : Format.finePercent(Double(together) / Double(total)))
  }

  private func evidencePath(_ row: Int, _ column: Int) -> String {
    GridMaker(ledger, findings).evidencePath(row, column)
  }
}

extension SubsetMaker {
  /// The page that names the reports of every pair, for techniques that stand for their subs too.
  func allPage() -> Page {
    let reports = Set(
      shown.flatMap { findings.reports(citing: $0) }
    ).sorted { ledger.age[$0] < ledger.age[$1] }
    let numbers = Dictionary(uniqueKeysWithValues: reports.enumerated().map { ($1, $0 + 1) })
    return Page(
      kind: .subset, path: subset.allPath, template: "subset-all",
      title: "Who says so: \(subset.title)",
      summary: "The reports of every pair of \(subset.title)",
      trail: [PageKind.subset.link, Link(subset.title, to: subset.path)],
      contents: AllContents(
        title: subset.title, page: PageLocation(subset.allPath).href(subset.path),
        reports: Format.count(reports.count, "report")),
      exhibits: [
        "pairs": .table(pairs(numbers)),
        "reports": .table(
          ReportTable(ledger).table(
            reports.enumerated().map { ($0 + 1, $1) },
            caption: "The reports that cite any of these techniques, newest first")),
      ])
  }

  /// What `Templates/subset-all.md` says.
  struct AllContents: Sendable {
    let title: String
    let page: String
    let reports: String
  }

  private func pairs(_ numbers: [Int: Int]) -> Table {
    let grids = GridMaker(ledger, findings)
    let sorted = shown.sorted()
    let pairs = sorted.flatMap { a in sorted.filter { $0 > a }.map { (a, $0) } }
    return Table(
      "The pairs that are reported together", style: "pairs",
      columns: [
        Table.Column("Pair"), Table.Column("Reports", isNumeric: true),
        Table.Column("Which reports"),
      ],
      rows: pairs.compactMap { a, b in
        let rows = findings.reports(citing: a, b).compactMap { numbers[$0] }.sorted()
        guard !rows.isEmpty else { return nil }
        return Table.Row(
          grids.anchor(a, b),
          [
            .text("\(grids.label(a).name) with \(grids.label(b).name)"),
            .count(rows.count, path: nil), .references(rows, page: ""),
          ])
      })
  }
}

extension SubsetMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("members", \.members),
    .text("shown", \.shown),
    .flag("isCut", \.isCut),
    .text("reports", \.reports),
    .flag("withSubs", \.withSubs),
    .texts("remarks", \.remarks),
    .text("example", \.example),
    .text("basis", \.basis),
    .text("csv", \.csv),
    .text("counts", \.counts),
    .text("percentages", \.percentages),
    .text("expected", \.expected),
    .text("allPath", \.allPath),
  ]
}

extension SubsetMaker.AllContents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("page", \.page),
    .text("reports", \.reports),
  ]
}
