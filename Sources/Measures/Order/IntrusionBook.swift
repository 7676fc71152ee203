package import Corpora

/// All that an answer tells of steps: who says so, and what the facts are in plain words.
package struct IntrusionBook: Equatable, Sendable {
  package let steps: IntrusionSteps
  package let ends: IntrusionEnds
  /// Of the reports that the steps name.
  package let titles: [ReportKey: String]
  /// Each fact of the steps in plain words.
  package let words: [EnablingFact: String]

  package init(
    _ steps: IntrusionSteps, _ ends: IntrusionEnds, titles: [ReportKey: String],
    words: [EnablingFact: String]
  ) {
    self.steps = steps
    self.ends = ends
    self.titles = titles
    self.words = words
  }
}

extension OrderFindings {
  package var intrusions: IntrusionBook {
    let facts = Set(enabling.edges.map(\.fact))
    return IntrusionBook(
      steps, ends,
      titles: Dictionary(book.reports.map { ($0.key, $0.title) }) { first, _ in first },
      words: Dictionary(uniqueKeysWithValues: facts.map { ($0, capabilities.title(of: $0)) }))
  }
}
