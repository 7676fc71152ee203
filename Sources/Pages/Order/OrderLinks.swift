import Attack
package import Corpora
import Text

/// Where the pages of order are, and how a pair's sources are named there.
package struct OrderLinks: Sendable {
  private let titles: [ReportKey: String]

  init(_ book: OrderBook) {
    titles = Dictionary(book.reports.map { ($0.key, $0.title) }) { first, _ in first }
  }

  /// The page of a report that says in which order its techniques were.
  package static func path(_ report: OrderBook.Report) -> String { path(report.key) }

  private static func path(_ key: ReportKey) -> String { PageKind.order.path(of: key.id) }

  /// The row of a pair in the list of all.
  static func path(_ before: Technique, _ after: Technique) -> String {
    "\(PageKind.order.path)#\(anchor(before, after))"
  }

  static func anchor(_ before: Technique, _ after: Technique) -> String {
    "\(before.id)-\(after.id)"
  }

  /// The pages of all reports that have a pair.
  func links(_ pair: OrderBook.Pair) -> [Link] {
    pair.sources.flatMap(\.reports).map(\.key).distinct.map {
      Link(titles[$0] ?? $0.text, to: Self.path($0))
    }
  }
}

extension OrderBook.Pair {
  /// What is to be said beside its sources: `only where a step failed; 1 of 2 ours`; empty for nothing.
  var note: String {
    let own =
      internalCount == 0
      ? nil
      : internalCount == count
        ? "◆ ours" : "◆ \(Format.count(internalCount)) of \(Format.count(count)) ours"
    return [onFailure ? "only where a step failed" : nil, own].compactMap(\.self)
      .joined(separator: "; ")
  }
}

extension OrderKind {
  /// `drawn by analysts`.
  var words: String {
    switch self {
    case .drawn: "drawn by analysts"
    case .run: "run in this order"
    }
  }
}
