package import Corpora

/// All that an answer tells of steps: who says so, and what the facts are in plain words.
package struct IntrusionBook: Equatable, Sendable {
  package let steps: IntrusionSteps
  package let ends: IntrusionEnds
  /// The reports that the steps name, in the order in which they are named.
  package let orders: [Order]
  /// Each fact of the steps in plain words.
  package let words: [EnablingFact: String]
  private let positions: [ReportKey: Int]

  /// A flow, a plan or a log.
  package struct Order: Equatable, Sendable {
    package let key: ReportKey
    package let title: String

    package init(key: ReportKey, title: String) {
      self.key = key
      self.title = title
    }
  }

  package init(
    _ steps: IntrusionSteps, _ ends: IntrusionEnds, orders: [Order], words: [EnablingFact: String]
  ) {
    self.steps = steps
    self.ends = ends
    self.orders = orders
    self.words = words
    positions = Dictionary(orders.enumerated().map { ($1.key, $0) }) { first, _ in first }
  }

  /// The titles of the reports that have a pair, but for those that have it on failed branches only.
  package func titles(_ pair: OrderBook.Pair?) -> [String] {
    let keys = (pair?.sources ?? []).filter { !$0.onFailure }.flatMap(\.reports).map(\.key)
    return Set(keys.compactMap { positions[$0] }).sorted().map { orders[$0].title }
  }

  /// The number of a report among these.
  package func position(_ key: ReportKey) -> Int? { positions[key] }
}

extension OrderFindings {
  package var intrusions: IntrusionBook {
    let facts = Set(enabling.edges.map(\.fact))
    return IntrusionBook(
      steps, ends,
      orders: book.reports.map { IntrusionBook.Order(key: $0.ownKey, title: $0.title) },
      words: Dictionary(uniqueKeysWithValues: facts.map { ($0, capabilities.title(of: $0)) }))
  }
}
