package import Attack

extension Corpus {
  /// Whether any report is cited by others than ATT&CK.
  package var isMixed: Bool { !originsOfReport.isEmpty }

  /// Who says that a report cites a technique: the most public of those who do.
  package func origin(of report: Index<Report>, citing technique: Index<Technique>) -> Report.Origin
  {
    guard isMixed else { return .attack }
    let techniques = techniquesOfReport[report]
    guard let position = techniques.firstIndex(of: technique) else { return .attack }
    return originsOfReport[report][position]
  }

  /// Some reports by who says that they cite all of some techniques; of several the least public.
  package func tally(
    _ reports: [Index<Report>], citing techniques: [Index<Technique>]
  ) -> OriginTally {
    guard isMixed else { return OriginTally(reports.count) }
    return OriginTally(
      reports.map { report in
        techniques.map { origin(of: report, citing: $0) }.max() ?? self.reports[report].origin
      }, sets: sets)
  }

  /// Some reports by the most public of those who cite each.
  package func tally(_ reports: [Index<Report>]) -> OriginTally {
    guard isMixed else { return OriginTally(reports.count) }
    return OriginTally(reports.map { self.reports[$0].origin }, sets: sets)
  }

  /// How far what some reports say may be passed on: the strictest marking, else `INTERNAL` where any is the team's own;
  /// `nil` where nothing says.
  package func marking(of reports: some Sequence<Index<Report>>) -> String? {
    guard isMixed else { return nil }
    let reports = reports.map { self.reports[$0] }
    return TLP.marking(
      reports.compactMap(\.tlp).max(), isInternal: reports.contains(where: \.isInternal))
  }

  /// For each report, and each of its techniques, who says so; empty where all is ATT&CK's.
  static func origins(
    _ procedures: IndexedList<Procedure, Procedure>,
    _ techniquesOfReport: IndexedList<Report, [Index<Technique>]>
  ) -> IndexedList<Report, [Report.Origin]> {
    guard procedures.contains(where: { $0.origin != .attack }) else { return [] }
    var origins = techniquesOfReport.mapValues {
      [Report.Origin](repeating: .team, count: $0.count)
    }
    for procedure in procedures {
      for report in procedure.reports {
        guard let position = techniquesOfReport[report].firstIndex(of: procedure.technique)
        else { continue }
        origins[report][position] = min(origins[report][position], procedure.origin)
      }
    }
    return origins
  }
}

/// How many of some reports are whose.
package struct OriginTally: Equatable, Sendable {
  package let all: Int
  /// Those that only the team has.
  package let ours: Int
  /// Those of public sets that ATT&CK does not have, by the names of the sets; none is empty.
  package let sets: [(name: String, count: Int)]

  /// All of them ATT&CK's.
  package init(_ count: Int) { (all, ours, sets) = (count, 0, []) }

  init(_ origins: [Report.Origin], sets names: [String]) {
    all = origins.count
    ours = origins.count { $0 == .team }
    sets = names.enumerated().map { number, name in
      (name, origins.count { $0.set == number })
    }.filter { $0.1 > 0 }
  }

  /// Whether all are ATT&CK's.
  package var isOfAttackAlone: Bool { ours == 0 && sets.isEmpty }

  package static func == (left: OriginTally, right: OriginTally) -> Bool {
    left.all == right.all && left.ours == right.ours
      && left.sets.elementsEqual(right.sets) { $0 == $1 }
  }
}
