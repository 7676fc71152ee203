import Attack
import Measures
import Text

/// Makes the list of all subsets.
struct SubsetIndexMaker: Sendable {
  let subsets: [SubsetFindings]
  /// The row of the map of all techniques; none where there is no map.
  let map: [Table.Row]

  func page() -> Page {
    IndexPage(
      kind: .subset,
      summary: "How often one report cites two techniques of a chosen set.",
      note: "Each has three maps: how many reports cite both, what share of the row’s reports that "
        + "is, and how many times the expected number that is. A map holds at most "
        + "the 26 most reported of its techniques; the CSV file of a subset holds them all.",
      table: table
    ).page
  }

  private var table: Table {
    Table(
      "The subsets of this site", style: "list",
      columns: [
        Table.Column("Subset"), Table.Column("Techniques", isNumeric: true),
        Table.Column("In the map", isNumeric: true),
      ], rows: map + subsets.map(row))
  }

  private func row(_ findings: SubsetFindings) -> Table.Row {
    let subset = findings.subset
    return Table.Row(
      subset.name,
      [
        .name(id: nil, name: subset.title, path: subset.path),
        .count(subset.members.count, path: nil), .count(findings.shown.count, path: subset.path),
      ])
  }
}
