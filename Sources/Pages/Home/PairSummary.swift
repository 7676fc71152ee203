import Attack
package import Measures

/// All pairs of the corpus at a glance: how many are seen, and which stand out most.
package struct PairSummary {
  /// Pairs that some report cites together.
  package private(set) var seen = 0
  /// Pairs of different families that firmly stand out, and those that may.
  package private(set) var firm = 0
  package private(set) var possible = 0
  /// The firmest pairs of different families, the highest lower bound first.
  package private(set) var top: [(technique: Int, association: Association)] = []

  private let ledger: Ledger

  package init(_ ledger: Ledger, most: Int = 10) {
    self.ledger = ledger
    let associations = ledger.associations
    let cited = ledger.knowledge.techniques.indices.filter { ledger.total($0) > 0 }
    for (place, a) in cited.enumerated() {
      for b in cited[(place + 1)...] where associations.counts.together(a, b) > 0 {
        let association = associations[a, b]
        seen += 1
        guard !association.isFamily else { continue }
        if association.grade == .possible { possible += 1 }
        guard association.grade == .firm else { continue }
        firm += 1
        top.append((a, association))
      }
    }
    top.sort {
      ($1.association.ratio.lower, $0.technique) < ($0.association.ratio.lower, $1.technique)
    }
    top = Array(top.prefix(most))
  }

  package var table: Table {
    Self.table("The \(top.count) pairs that stand out most", top, ledger)
  }

  /// Pairs with how surely they are together more often than expected.
  package static func table(
    _ caption: String, _ pairs: [(technique: Int, association: Association)], _ ledger: Ledger
  ) -> Table {
    Table(
      caption, style: "pairing",
      columns: [
        Table.Column("Technique"), Table.Column("With"),
        Table.Column("Reports with both", isNumeric: true),
        Table.Column("Times expected, at\u{A0}least", isNumeric: true),
      ],
      rows: pairs.map { technique, association in
        let (a, b) = (
          ledger.knowledge.techniques[technique],
          ledger.knowledge.techniques[association.partner]
        )
        return Table.Row(
          nil,
          [
            .name(of: a),
            .name(of: b),
            .count(
              association.together,
              path: ledger.evidencePath(technique, with: association.partner)),
            .ratio(
              association.ratio.ratio, lower: association.ratio.lower, grade: association.grade,
              isSignificant: association.isSignificant),
          ])
      })
  }
}
