import Attack
import Corpora

/// What comes before a technique, and what comes after it.
struct TechniqueOrder {
  /// Those that are drawn in most sources first, then those that are run in most, then by id.
  let before: [Row]
  let after: [Row]

  /// Another technique, and who says that it comes before, or after.
  struct Row {
    let partner: Index<Technique>
    let drawn: OrderBook.Pair?
    let run: OrderBook.Pair?

    var pairs: [OrderBook.Pair] { [drawn, run].compactMap(\.self) }
  }

  init(_ book: OrderBook, of index: Index<Technique>) {
    before = Self.rows(book, \.before) { $0.after == index }
    after = Self.rows(book, \.after) { $0.before == index }
  }

  var isEmpty: Bool { before.isEmpty && after.isEmpty }

  private static func rows(
    _ book: OrderBook, _ partner: (OrderBook.Pair) -> Index<Technique>,
    where isWanted: (OrderBook.Pair) -> Bool
  ) -> [Row] {
    let kinds = [OrderKind.drawn, .run].map { kind in
      Dictionary(book[kind].filter(isWanted).map { (partner($0), $0) }) { first, _ in first }
    }
    return Set(kinds.flatMap(\.keys)).map {
      Row(partner: $0, drawn: kinds[0][$0], run: kinds[1][$0])
    }
    .sorted {
      ($1.drawn?.count ?? 0, $1.run?.count ?? 0, $0.partner)
        < ($0.drawn?.count ?? 0, $0.run?.count ?? 0, $1.partner)
    }
  }
}
