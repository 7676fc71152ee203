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

  /// The reports that some rows stand for by the most public of those who cite each.
  package func tally(_ rows: [Index<Report>]) -> OriginTally {
    guard isMixed else { return OriginTally(rows.count) }
    return OriginTally(rows.map { (reports[$0].origin, reports[$0].weight) }, sets: sets)
  }

  /// How far what some reports say may be passed on: the strictest marking, else `INTERNAL` where any is the team's own;
  /// `nil` where nothing says.
  package func marking(of reports: some Sequence<Index<Report>>) -> String? {
    guard isMixed else { return nil }
    var (strictest, isInternal): (TLP?, Bool) = (nil, false)
    for report in reports {
      // A weighted set has no marking of its own.
      if report < named.upperBound { strictest = max(strictest, self.reports[report].tlp) }
      isInternal = isInternal || self.isInternal(report)
    }
    return TLP.marking(strictest, isInternal: isInternal)
  }

  /// For each report, and each of its techniques, who says so; empty where all is ATT&CK's.
  static func origins(
    _ procedures: IndexedList<Procedure, Procedure>,
    _ techniquesOfReport: IndexedList<Report, [Index<Technique>]>, _ sources: [SetSource]
  ) -> IndexedList<Report, [Report.Origin]> {
    guard !sources.isEmpty || procedures.contains(where: { $0.origin != .attack }) else {
      return []
    }
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
    for source in sources where source.origin != .team {
      for row in source.rows {
        origins[row] = Array(repeating: source.origin, count: origins[row].count)
      }
    }
    return origins
  }
}

extension CountedCorpus {
  /// Reports that cite one or two techniques by who says so; of several the least public.
  ///
  /// - Parameters:
  ///   - reports: all that cite them and are known by themselves.
  ///   - techniques: one or two.
  /// - Returns: their tally, and what weighted sets add.
  package func tally(
    _ reports: [Index<Report>], citing techniques: [Index<Technique>]
  ) -> OriginTally {
    guard whole.isMixed, let first = techniques.first, let last = techniques.last else {
      return OriginTally(reports.count)
    }
    let named = reports.map { report in
      (techniques.map { whole.origin(of: report, citing: $0) }.max() ?? .attack, 1)
    }
    return OriginTally(named + reportsOfSets(first, last), sets: whole.sets)
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

  /// - Parameters:
  ///   - origins: of reports, each for as many as are counted.
  ///   - names: of the public sets, by their numbers.
  init(_ origins: [(origin: Report.Origin, count: Int)], sets names: [String]) {
    var counts: [Report.Origin: Int] = [:]
    for (origin, count) in origins { counts[origin, default: 0] += count }
    all = counts.values.reduce(0, +)
    ours = counts[.team] ?? 0
    sets = names.enumerated().map { ($1, counts[.set($0)] ?? 0) }.filter { $0.1 > 0 }
  }

  /// Whether all are ATT&CK's.
  package var isOfAttackAlone: Bool { ours == 0 && sets.isEmpty }

  package static func == (left: OriginTally, right: OriginTally) -> Bool {
    left.all == right.all && left.ours == right.ours
      && left.sets.elementsEqual(right.sets) { $0 == $1 }
  }
}
