import Attack
package import Corpora
import Text

/// Where the pages of order are, and how a pair's sources are named there.
package struct OrderLinks: Sendable {
  private let reports: [ReportKey: (title: String, id: String)]

  package init(_ book: OrderBook) {
    var reports: [ReportKey: (title: String, id: String)] = [:]
    var taken: Set<String> = []
    for report in book.reports {
      var id = Self.id(report.ownKey, turn: 0)
      var turn = 0
      while !taken.insert(id).inserted {
        turn += 1
        id = Self.id(report.ownKey, turn: turn)
      }
      reports[report.ownKey] = (report.title, id)
    }
    self.reports = reports
  }

  /// That of a key, but without the word for reports that only the team has, since flows of several addresses have it too.
  private static func id(_ key: ReportKey, turn: Int) -> String {
    let (id, own) = (key.id(turn: turn), "own-")
    return id.hasPrefix(own) ? String(id.dropFirst(own.count)) : id
  }

  /// The name of the page of a report, by its own key.
  package func id(_ key: ReportKey) -> String { reports[key]?.id ?? Self.id(key, turn: 0) }

  /// The page of a report that says in which order its techniques were.
  package func path(_ report: OrderBook.Report) -> String { path(report.ownKey) }

  private func path(_ key: ReportKey) -> String { PageKind.order.path(of: id(key)) }

  /// The row of a pair in the list of all.
  static func path(_ before: Technique, _ after: Technique) -> String {
    "\(PageKind.order.path)#\(anchor(before, after))"
  }

  static func anchor(_ before: Technique, _ after: Technique) -> String {
    "\(before.id)-\(after.id)"
  }

  /// The page of the first report of each source of a pair.
  func links(_ pair: OrderBook.Pair) -> [Link] {
    pair.sources.compactMap(\.reports.first).map(\.key).distinct.map {
      Link(reports[$0]?.title ?? $0.text, to: path($0))
    }
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
