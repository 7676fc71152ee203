import Attack
import Corpora
import Measures

/// In which order techniques come, and what they need and give, looked up for one release.
struct OrderInputs: Sendable {
  let book: OrderBook
  let capabilities: Capabilities
  let enabling: EnablingGraph
  /// What is odd about the flows and the files of capabilities.
  let notices: [Notice]

  /// - Parameters:
  ///   - flows: public ones.
  ///   - own: what techniques need and give, of the team's own.
  ///   - starter: what the site starts with of it.
  ///   - evidence: reports, of which some say in which order their techniques were.
  ///   - knowledge: the techniques.
  ///   - resolver: of the same release.
  /// - Throws: `CommandError` for a flow that was named itself and cannot be read.
  init(
    _ flows: EvidenceLoader, _ own: CapabilityLoader, startingWith starter: Capabilities,
    _ evidence: Evidence, _ knowledge: Knowledge, _ resolver: TechniqueResolver
  ) async throws {
    let readings = await flows.readings
    let read = try Evidence(readings, resolver, allowsRed: true)
    try Self.checkPublic(read)
    book = OrderBook(evidence.orders + read.flows)
    capabilities = starter.adding(own.capabilities)
    enabling = EnablingGraph(capabilities, knowledge, resolver)
    notices =
      readings.notices + read.notices + read.withoutOrder + own.notices + enabling.notices
  }

  /// A flow that not everybody may see is none of the public ones.
  private static func checkPublic(_ flows: Evidence) throws {
    for file in flows.sources.flatMap(\.files) {
      for report in file.reports {
        guard let tlp = report.details.tlp, tlp > .green else { continue }
        throw CommandError(
          "“\(report.title)” in `\(file.name)` is \(tlp.title), but --flows takes public flows alone",
          "name it with --reports, so that it stays inside")
      }
    }
  }

  /// What follows from them; `nil` where they say nothing.
  func findings(_ knowledge: Knowledge, _ ratios: PairRatios) -> OrderFindings? {
    OrderFindings(book, enabling, capabilities, knowledge, ratios)
  }
}
