import Attack
import Corpora
import Measures
import Pages
import Text

/// `data/bases.csv`: the ten seen most often with each technique, on every basis but reports.
struct BasisFile: Sendable {
  let bases: [BasisFindings]
  /// Of the techniques.
  let ids: IndexedList<Technique, String>

  static let table = DataTable(
    "bases", at: RecordPath.bases,
    "for each technique the ten seen most often with it by group, by group with its software, and "
      + "by campaign", key: ["basis", "technique", "rank"],
    [
      DataColumn("basis", .word(Basis.Kind.allCases.map(\.rawValue)), "what is counted"),
      DataColumn("rows", .count(of: "rows"), "how many of them have any technique"),
      DataColumn("technique", .technique, "the technique"),
      DataColumn("rows_technique", .count(of: "rows"), "rows that have the technique"),
      DataColumn("rank", .count(of: "places"), "the place in its list, from 1"),
      DataColumn("partner", .technique, "what is seen with it"),
      DataColumn("rows_partner", .count(of: "rows"), "rows that have the partner"),
      DataColumn("together", .count(of: "rows"), "rows that have both"),
      DataColumn("share", .share, "together, divided by rows_technique"),
      DataColumn(
        "expected", .number(from: 0, of: "rows"),
        "how many would have both by chance alone; empty on fewer than a hundred rows",
        isOptional: true),
      DataColumn.ratio.orEmpty("as for reports; empty on fewer than a hundred rows"),
      DataColumn.lower.orEmpty(
        "the 5 % lower bound of the ratio; empty on fewer than a hundred rows"),
      DataColumn.grade.orEmpty(
        "as for reports; empty on fewer than a hundred rows, and below three together"),
      DataColumn(
        "software", .count(of: "pieces of software"),
        "by group with its software: how many of the groups’ tools list both", isOptional: true),
    ])

  var csv: [UInt8] {
    var csv = CSVFile(Self.table)
    for findings in bases {
      for technique in findings.seenMostOften.indices {
        for (rank, partner) in findings.seenMostOften[technique].enumerated() {
          add(partner, rank + 1, technique, findings, to: &csv)
        }
      }
    }
    return csv.bytes
  }

  private func add(
    _ partner: BasisFindings.Partner, _ rank: Int, _ technique: Index<Technique>,
    _ findings: BasisFindings, to csv: inout CSVFile
  ) {
    let pair = partner.pair
    let measured = { (value: Double) -> CSVFile.Field in
      findings.canStandOut ? .rounded(value) : .empty
    }
    csv.add(
      .text(findings.basis.kind.rawValue), .count(findings.rowCount), .text(ids[technique]),
      .count(pair.base), .count(rank), .text(ids[pair.partner]),
      .count(findings.counts.total(pair.partner)), .count(pair.together),
      .rounded(pair.share), measured(pair.expected), measured(pair.ratio.ratio),
      measured(pair.ratio.lower), .text(partner.grade?.rawValue ?? ""),
      partner.software.map { .count($0) } ?? .empty)
  }
}
