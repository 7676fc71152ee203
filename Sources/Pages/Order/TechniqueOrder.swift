import Attack
import Corpora
import Measures

/// What comes before a technique, and what comes after it.
struct TechniqueOrder {
  /// Those that are drawn in most sources first, then those that are run in most, then those that stand out, then those of
  /// most reports with both, then by id.
  let before: [Row]
  let after: [Row]

  /// Another technique, and who says that it comes before, or after.
  struct Row {
    let partner: Index<Technique>
    let drawn: OrderBook.Pair?
    let run: OrderBook.Pair?
    /// Whether somebody says that it comes the other way round too.
    var isBothWays = false

    var pairs: [OrderBook.Pair] { [drawn, run].compactMap(\.self) }

    /// `nil` of a step that only needs support.
    init?(_ step: IntrusionStep, _ partner: Index<Technique>) {
      guard step.drawn != nil || step.run != nil else { return nil }
      self.partner = partner
      (drawn, run) = (step.drawn, step.run)
    }
  }

  init(_ steps: IntrusionSteps, _ associations: Associations, of index: Index<Technique>) {
    let before = steps.steps(to: index).compactMap { Row($0, $0.from) }
    let after = steps.steps(from: index).compactMap { Row($0, $0.to) }
    let both = Set(before.map(\.partner)).intersection(after.map(\.partner))
    let sorted = { (rows: [Row]) in
      rows.map { row in
        var row = row
        row.isBothWays = both.contains(row.partner)
        return row
      }
      .sorted { Self.key($0, associations, index) < Self.key($1, associations, index) }
    }
    self.before = sorted(before)
    self.after = sorted(after)
  }

  var isEmpty: Bool { before.isEmpty && after.isEmpty }

  private static func key(
    _ row: Row, _ associations: Associations, _ index: Index<Technique>
  ) -> (Int, Int, Int, Int, Index<Technique>) {
    let pair = associations[index, row.partner]
    let rank = pair.isFamily ? 2 : pair.grade == .firm ? 0 : pair.grade == .possible ? 1 : 2
    return (
      -(row.drawn?.count ?? 0), -(row.run?.count ?? 0), rank, -pair.together, row.partner
    )
  }
}
