package import Attack

/// Which reports a site leaves out of its counts.
///
/// Three kinds that may weigh more than they should: manuals of tools, long lists, and old reports.
package struct ReportFilter: Equatable, Sendable {
  /// Whether reports that are cited only for tools are left out.
  package var manuals = false
  /// Reports of this many techniques or more are left out.
  package var techniquesFrom: Int?
  /// Reports published before that year are left out; those without a date stay.
  package var before: Int?

  package init(manuals: Bool = false, techniquesFrom: Int? = nil, before: Int? = nil) {
    self.manuals = manuals
    self.techniquesFrom = techniquesFrom
    self.before = before
  }

  /// Why a report is left out.
  package enum Reason: String, CaseIterable, Sendable {
    case manual, large, old
  }

  /// The number of techniques from which a report is called large, unless a site sets another.
  package static let large = 30
}

extension ReportFilter {
  /// Whether it leaves reports out for that reason.
  package func isOn(_ reason: Reason) -> Bool {
    switch reason {
    case .manual: manuals
    case .large: techniquesFrom != nil
    case .old: before != nil
    }
  }

  /// The same with one choice turned: off where it is on, and on where it is off.
  ///
  /// - Parameters:
  ///   - reason: the choice.
  ///   - year: before which reports are left out where they were not.
  /// - Returns: a filter that differs in that choice alone.
  package func turned(_ reason: Reason, year: Int?) -> ReportFilter {
    var filter = self
    switch reason {
    case .manual: filter.manuals.toggle()
    case .large: filter.techniquesFrom = techniquesFrom == nil ? Self.large : nil
    case .old: filter.before = before == nil ? year : nil
    }
    return filter
  }

  /// Why each report of a corpus is left out; none for those that count.
  package func reasons(
    _ corpus: Corpus, _ knowledge: Knowledge
  ) -> IndexedList<Report, [Reason]> {
    IndexedList(for: corpus.reports.indices) { report in
      var reasons: [Reason] = []
      if manuals, corpus.isManual(report, knowledge) { reasons.append(.manual) }
      if let techniquesFrom, corpus.techniquesOfReport[report].count >= techniquesFrom {
        reasons.append(.large)
      }
      if let before, let date = corpus.reports[report].published, date.year < before {
        reasons.append(.old)
      }
      return reasons
    }
  }
}

extension Corpus {
  /// Whether the report is cited only for tools: it may describe what they can do, not what was done.
  package func isManual(_ report: Index<Report>, _ knowledge: Knowledge) -> Bool {
    !citedBy[report].isEmpty
      && citedBy[report].allSatisfy { knowledge.actors[$0].isTool }
  }

  /// The year that halves the reports with a date: as near as can be, half of them are older.
  package var middleYear: Int? {
    let years = reports.compactMap(\.published?.year).sorted()
    return years.isEmpty ? nil : years[years.count / 2]
  }
}
