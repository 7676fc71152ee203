package import Attack

/// The order of all cited techniques on a map of all by all.
///
/// Those with the reports to be in a cluster come first, in the order that keeps clusters together;
/// the others follow in their own order.
package struct MapOrder: Equatable, Sendable {
  /// The techniques of enough reports.
  package let leading: [Index<Technique>]
  package let others: [Index<Technique>]

  init(_ associations: Associations) {
    let counts = associations.counts
    let cited = associations.ids.indices.filter { counts.total($0) > 0 }
    let isLeading = { (technique: Index<Technique>) in
      counts.total(technique) >= TechniqueClusters.fewestReports
    }
    let order = { (techniques: [Index<Technique>]) in
      associations.ratios.leafOrder(
        of: techniques, ids: techniques.map { associations.ids[$0] })
    }
    leading = order(cited.filter(isLeading))
    others = order(cited.filter { !isLeading($0) })
  }

  package var all: [Index<Technique>] { leading + others }
}
