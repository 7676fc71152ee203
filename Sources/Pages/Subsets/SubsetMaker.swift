import Attack
import Corpora
import Measures
import Text

/// Makes the page of a subset: its maps, and the same numbers as tables.
struct SubsetMaker: Sendable {
  let knowledge: Knowledge
  let corpus: CountedCorpus
  let map: SiteMap
  let findings: SubsetFindings

  private var subset: Subset { findings.subset }
  private var location: PageLocation { PageLocation(subset.path) }
  private var shown: [Index<Subset.Member>] { findings.shown }

  /// The values for `Templates/subset.md`.
  struct Contents: Sendable {
    let title: String
    let members: String
    /// How many of them the maps are of, where these are not all.
    let most: String?
    /// Those of them that are left out of the maps, as links.
    let alone: String?
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
    let grids = GridMaker(knowledge.techniques, map, findings, note: corpus.ownNote)
    return Page(
      kind: .subset, path: subset.path, template: "subset", title: subset.title,
      summary: "How often \(subset.members.count) techniques are cited in the same report",
      trail: [PageKind.subset.link], contents: contents,
      exhibits: [
        "counts": .figure(grids.counts), "percentages": .figure(grids.percentages),
        "expected": .figure(grids.expected), "counts-table": .table(table(percentages: false)),
        "percentages-table": .table(table(percentages: true)),
      ], lateScripts: FigureScripts.code, dataScripts: FigureScripts.data)
  }

  private var contents: Contents {
    Contents(
      title: subset.title, members: Format.count(subset.members.count, "technique"),
      most: subset.members.count > SubsetFindings.most ? Format.count(SubsetFindings.most) : nil,
      alone: findings.alone.isEmpty ? nil : findings.alone.map(link).joined(separator: ", "),
      reports: Format.count(findings.reportCount, "report"), withSubs: subset.withSubs,
      remarks: subset.remarks.map(MarkdownText.escape), example: example,
      basis: MarkdownText.escape(knowledge.releases.map(\.title).joined(separator: ", ")),
      csv: location.href(subset.csv),
      counts: location.href(subset.figure("counts")),
      percentages: location.href(subset.figure("percentages")),
      expected: location.href(subset.figure("expected")),
      allPath: subset.withSubs ? location.href(subset.allPath) : nil)
  }

  /// How to read a row, by the first pair that is seen together.
  private var example: String? {
    for row in shown {
      for column in shown where column != row {
        let together = findings.pair(row, column).together
        guard together > 0, findings.total(row) >= 5, findings.total(column) >= 5 else { continue }
        return "of the \(findings.total(row)) reports that cite \(name(row)), "
          + "\(Format.percent(Double(together) / Double(findings.total(row)))) % also cite "
          + "\(name(column)); of the \(findings.total(column)) that cite \(name(column)), "
          + "\(Format.percent(Double(together) / Double(findings.total(column)))) % cite \(name(row))"
      }
    }
    return nil
  }

  private func name(_ member: Index<Subset.Member>) -> String {
    MarkdownText.escape(
      knowledge.techniques[subset.members[member].technique].name
        + (subset.withSubs && subset.members[member].techniques.count > 1 ? " and subs" : ""))
  }

  private func link(_ member: Index<Subset.Member>) -> String {
    let technique = knowledge.techniques[subset.members[member].technique]
    return MarkdownText.link("\(technique.id) \(technique.name)", location.href(technique.path))
  }

  private func table(percentages: Bool) -> Table {
    let grids = GridMaker(knowledge.techniques, map, findings)
    let labels = grids.labels
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
        let technique = knowledge.techniques[subset.members[row].technique]
        let name = Cell.name(id: label.id, name: label.name, path: technique.path)
        return Table.Row(nil, [name] + shown.map { cell(row, $0, percentages, grids) })
      })
  }

  private func cell(
    _ row: Index<Subset.Member>, _ column: Index<Subset.Member>, _ percentages: Bool,
    _ grids: GridMaker
  ) -> Cell {
    let total = findings.total(row)
    if row == column {
      return .count(total, path: knowledge.techniques[subset.members[row].technique].path)
    }
    let together = findings.pair(row, column).together
    guard percentages else {
      return .count(together, path: together == 0 ? nil : grids.evidencePath(row, column))
    }
    guard total > 0 else { return .text("–") }
    return .text(together == 0 ? "0" : Format.finePercent(Double(together) / Double(total)))
  }
}

extension SubsetMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("members", \.members),
    .text("most", \.most),
    .text("alone", \.alone),
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
