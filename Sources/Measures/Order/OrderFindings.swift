package import Attack
package import Corpora

/// In which order techniques come, what they need and give, and the steps of an intrusion that follow.
package struct OrderFindings: Sendable {
  package let book: OrderBook
  package let enabling: EnablingGraph
  /// The procedures behind it, and what each fact is in plain words.
  package let capabilities: Capabilities
  package let steps: IntrusionSteps
  /// With which techniques an intrusion begins, and to which it leads.
  package let ends: IntrusionEnds

  /// `nil` where nothing says anything of it.
  ///
  /// - Parameters:
  ///   - book: which technique comes before which.
  ///   - enabling: which gives what another needs.
  ///   - capabilities: the procedures that say so.
  ///   - knowledge: the techniques.
  ///   - ratios: of the reports that count.
  package init?(
    _ book: OrderBook, _ enabling: EnablingGraph, _ capabilities: Capabilities,
    _ knowledge: Knowledge, _ ratios: PairRatios
  ) {
    guard !book.isEmpty || !enabling.edges.isEmpty else { return nil }
    self.book = book
    self.enabling = enabling
    self.capabilities = capabilities
    steps = IntrusionSteps(book, enabling, ratios)
    ends = IntrusionEnds(knowledge)
  }

  /// Whether only the team says any of it.
  package var hasOwn: Bool {
    capabilities.procedures.contains(where: \.isOwn)
      || book.reports.contains { !$0.origin.isPublic }
  }
}
