package import Attack
import Text

/// What revoked techniques became, as a table that an engine joins: `technique,successor`.
package struct SetMapping {
  private let pairs: [(technique: String, successor: String)]

  package init(_ knowledge: Knowledge) {
    pairs = knowledge.retired.compactMap { retired in
      guard retired.kind == .technique, let successor = retired.successor else { return nil }
      return (retired.id, successor.id)
    }.sorted { $0.0 < $1.0 }
  }

  package var csv: [UInt8] {
    var csv = CSVFile(columns: ["technique", "successor"])
    for (technique, successor) in pairs { csv.add(.text(technique), .text(successor)) }
    return csv.bytes
  }
}
