import Attack
import Corpora

/// What a team brings to a build beside its texts: reports, order, needs and gives, and what it can detect.
struct OwnInputs: Sendable {
  /// The files of reports as they were read; the release before looks up their techniques anew.
  let readings: [EvidenceLoader.Reading]
  let evidence: Evidence
  /// `nil` where nobody says.
  let coverage: Coverage?
  /// The techniques of the team's abilities.
  let abilities: AbilityIndex
  /// In which order techniques come, and what they need and give.
  let order: OrderInputs

  /// - Throws: `CommandError` for what cannot be read, and for reports that must not be passed on.
  init(
    _ sources: BuildSources, _ knowledge: Knowledge, allowsRed: Bool, coverageFrom least: Double
  ) async throws {
    abilities = AbilityIndex(sources.capabilities.abilities)
    let resolver = TechniqueResolver(knowledge, abilities: abilities)
    readings = await sources.evidence.readings
    evidence = try Evidence(readings, resolver, allowsRed: allowsRed)
    coverage = try sources.coverage.coverage(from: least, knowledge, resolver)
    order = try await OrderInputs(
      sources.flows, sources.capabilities,
      startingWith: sources.starter ?? CapabilityLoader.starter(sources.capabilityFile), evidence,
      knowledge, resolver)
  }

  /// What is odd about them.
  var notices: [Notice] {
    readings.notices + evidence.notices + (coverage?.notices ?? []) + order.notices
  }
}
