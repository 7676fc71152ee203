import Attack
import Measures

/// Tables of pairs, with how surely they are reported together more often than expected.
struct PairTable {
  private let techniques: IndexedList<Technique, Technique>
  private let map: SiteMap

  init(_ techniques: IndexedList<Technique, Technique>, _ map: SiteMap) {
    self.techniques = techniques
    self.map = map
  }

  func table(_ caption: String, _ pairs: some Sequence<TechniquePair>) -> Table {
    Table(
      caption, style: "pairing",
      columns: [
        Table.Column("Technique"), Table.Column("With"),
        Table.Column("Reports with both", isNumeric: true),
      ] + Table.Column.ratios,
      rows: pairs.map { Table.Row(nil, cells($0.technique, $0.association)) })
  }

  private func cells(_ technique: Index<Technique>, _ pair: Association) -> [Cell] {
    [
      .name(of: techniques[technique]), .name(of: techniques[pair.partner]),
      .count(pair.together, path: map.evidencePath(technique, with: pair.partner)),
      .ratio(pair.ratio.ratio, grade: pair.grade), .bound(of: pair),
    ]
  }
}
