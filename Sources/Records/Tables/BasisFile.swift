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

  var csv: [UInt8] {
    var csv = CSVFile(
      """
      basis,rows,technique,rows_technique,rank,partner,rows_partner,together,share,expected,\
      ratio,lower,grade,software
      """)
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
