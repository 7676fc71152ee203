/// ATT&CK as it stands in one or several bundles: what is live, resolved and in a fixed order.
package struct Knowledge: Sendable {
  /// One a bundle, by domain.
  package let releases: [Release]
  /// The domains that are loaded, in their order.
  package let domains: [Domain]
  /// In matrix order, domain by domain.
  package let tactics: [Tactic]
  /// By id.
  package let techniques: [Technique]
  /// Groups, software, campaigns; each by id.
  package let actors: [Actor]
  /// By the relationship's id.
  package let uses: [Use]
  /// Campaigns and the groups that they are attributed to, as places in `actors`.
  package let attributions: [Attribution]
  /// For each technique where it shows, in `Detection`'s order.
  package let traces: [[Detection]]
  package let retired: [RetiredObject]
  /// The statements of the bundles' marking definitions.
  package let copyright: [String]
  package let notices: [Notice]

  package struct Attribution: Hashable, Sendable {
    package let campaign: Int
    package let group: Int
  }
}

extension Knowledge {
  /// Reads bundles in their order.
  ///
  /// 1. Merge objects by STIX id. 2. Follow successors. 3. Order tactics by the matrices.
  /// 4. Take the live techniques and actors. 5. Resolve the relations between them. 6. Find
  /// where techniques show. 7. Keep the retired, for the pages that lead on.
  ///
  /// `version` is the release of bundles that do not say it.
  package init(_ given: [StixBundle], version: String? = nil) {
    let releases = ReleaseReader(given, version: version)
    let bundles = releases.bundles
    let store = ObjectStore(bundles)
    let successions = RevocationChains(store)
    let board = TacticReader(store, bundles)
    let catalogue = Catalogue(store, board)
    let relations = RelationReader(store, successions, catalogue)
    let traces = DetectionReader(store, successions, catalogue)
    let veterans = RetirementReader(store, successions, catalogue)

    self.releases = releases.releases
    domains = Set(releases.releases.map(\.domain) + relations.techniques.map(\.domain)).sorted()
    tactics = board.tactics
    techniques = relations.techniques
    actors = catalogue.actors
    uses = relations.uses
    attributions = relations.attributions
    self.traces = traces.traces
    retired = veterans.retired
    copyright = releases.copyright
    notices =
      bundles.flatMap(\.notices) + store.notices + releases.notices + board.notices
      + catalogue.notices
      + relations.notices + traces.notices + veterans.notices
  }
}
