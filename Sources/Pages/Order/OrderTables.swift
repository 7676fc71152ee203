import Attack
import Corpora
import Measures
import Text

/// The tables of ordered pairs.
struct OrderTables: Sendable {
  let knowledge: Knowledge
  let associations: Associations
  let map: SiteMap
  let links: OrderLinks

  /// All pairs of a kind.
  func all(_ pairs: [OrderBook.Pair], _ kind: OrderKind) -> Table {
    let hasFailed = pairs.contains(where: \.onFailure)
    let hasOwn = pairs.contains { $0.internalCount > 0 }
    return Table(
      "Techniques that come one before the other, \(kind.words), those of most sources first",
      style: "order",
      columns: [
        Table.Column("Before"), Table.Column("After"), Table.Column("Sources", isNumeric: true),
        Table.Column("Which"), Table.Column("Reports with both", isNumeric: true),
      ] + (hasFailed ? [Table.Column("Note")] : []) + (hasOwn ? [Table.Column("Ours")] : []),
      rows: Self.sorted(pairs).map { pair in
        let (before, after) = (knowledge.techniques[pair.before], knowledge.techniques[pair.after])
        // Only one table of a page has the anchors.
        return Table.Row(
          kind == .drawn ? OrderLinks.anchor(before, after) : nil,
          [
            .name(of: before), .links([after.link]), .count(pair.count, path: nil),
            .links(links.links(pair)), together(pair.before, pair.after),
          ] + (hasFailed ? [.text(pair.onFailure ? Self.failed : "")] : [])
            + (hasOwn ? [Self.own([pair])] : []))
      }, filter: pairs.count > 20 ? "id, name or source" : nil)
  }

  /// What came before a technique, or after it: drawn, and run.
  func of(
    _ title: String, _ rows: [TechniqueOrder.Row], of index: Index<Technique>
  ) -> Table {
    let hasDrawn = rows.contains { $0.drawn != nil }
    let hasRun = rows.contains { $0.run != nil }
    let hasNotes = rows.contains { !Self.note($0).isEmpty }
    let hasOwn = rows.contains { $0.pairs.contains { $0.internalCount > 0 } }
    return Table(
      title, style: "order",
      columns: [Table.Column("Technique")]
        + (hasDrawn ? [Table.Column("Drawn by analysts")] : [])
        + (hasRun ? [Table.Column("Run in this order")] : [])
        + [Table.Column("Reports with both", isNumeric: true)]
        + (hasNotes ? [Table.Column("Note")] : []) + (hasOwn ? [Table.Column("Ours")] : []),
      rows: rows.map { row in
        Table.Row(
          nil,
          [.name(of: knowledge.techniques[row.partner])]
            + (hasDrawn ? [few(row.drawn)] : []) + (hasRun ? [few(row.run)] : [])
            + [together(index, row.partner)]
            + (hasNotes ? [.text(Self.note(row))] : []) + (hasOwn ? [Self.own(row.pairs)] : []))
      })
  }

  private static func note(_ row: TechniqueOrder.Row) -> String {
    [
      row.pairs.contains(where: \.onFailure) ? OrderTables.failed : nil,
      row.isBothWays ? "both ways" : nil,
    ].compactMap(\.self).joined(separator: "; ")
  }

  /// How many of the sources are the team's own.
  private static func own(_ pairs: [OrderBook.Pair]) -> Cell {
    let (own, all) = pairs.reduce((0, 0)) { ($0.0 + $1.internalCount, $0.1 + $1.count) }
    guard own > 0 else { return .empty }
    return .origin(
      own == all ? "ours" : "\(Format.count(own)) of \(Format.count(all)) ours", isMarked: true)
  }

  static let failed = "only where a step failed"

  /// The first sources of a pair, and how many more there are.
  private func few(_ pair: OrderBook.Pair?) -> Cell {
    guard let pair else { return .empty }
    let all = links.links(pair)
    guard all.count > Self.fewSources else { return .links(all) }
    let (before, after) = (knowledge.techniques[pair.before], knowledge.techniques[pair.after])
    return .links(
      all.prefix(Self.fewSources - 1) + [
        Link(
          "and \(all.count - Self.fewSources + 1) more", to: OrderLinks.path(before, after))
      ])
  }

  private static let fewSources = 3

  /// How many reports cite both, and whether that stands out.
  func together(_ first: Index<Technique>, _ second: Index<Technique>) -> Cell {
    let pair = associations[first, second]
    guard pair.together > 0 else { return .count(0, path: nil) }
    return .count(
      pair.together, path: map.evidencePath(first, with: second),
      grade: pair.isFamily ? nil : pair.grade)
  }

  /// Those of most sources first, then by ids.
  static func sorted(_ pairs: [OrderBook.Pair]) -> [OrderBook.Pair] {
    pairs.sorted {
      ($1.count, $0.before, $0.after) < ($0.count, $1.before, $1.after)
    }
  }
}
