import Attack
import Text

extension OrderBook {
  /// The pairs of the reports of one kind.
  static func pairs(of reports: [Report]) -> [Pair] {
    let sources = sources(of: reports)
    var all: [Ends: [Int: [Voice]]] = [:]
    for (report, source) in zip(reports, sources) {
      let member = report.member
      for pair in report.pairs {
        let ends = Ends(before: pair.before, after: pair.after)
        all[ends, default: [:]][source, default: []].append(
          Voice(member: member, onFailure: pair.onFailure))
      }
    }
    return all.sorted { ($0.key.before, $0.key.after) < ($1.key.before, $1.key.after) }.map {
      Pair(
        before: $0.key.before, after: $0.key.after,
        sources: $0.value.values.map(Source.init).sorted())
    }
  }

  private struct Ends: Hashable {
    let before: Index<Technique>
    let after: Index<Technique>
  }

  /// What a report says of a pair.
  fileprivate struct Voice {
    let member: Source.Member
    let onFailure: Bool
  }

  /// For each report the number of its source: what has a key or an address in common is one.
  private static func sources(of reports: [Report]) -> [Int] {
    var sets = DisjointSets(count: reports.count)
    link(reports.map { [$0.key] }, &sets)
    link(reports.map { $0.addresses.map(\.key) }, &sets)
    return reports.indices.map { sets.root(of: $0) }
  }

  /// Makes one of the reports that have a mark in common.
  private static func link(_ marks: [[ReportKey]], _ sets: inout DisjointSets) {
    var first: [ReportKey: Int] = [:]
    for (position, marks) in marks.enumerated() {
      for mark in marks {
        sets.link(first[mark, default: position], position)
        first[mark] = first[mark] ?? position
      }
    }
  }
}

extension OrderBook.Source {
  fileprivate init(_ voices: [OrderBook.Voice]) {
    self.init(voices.map(\.member).distinct.sorted(), onFailure: voices.allSatisfy(\.onFailure))
  }
}

extension OrderBook.Source: Comparable {
  /// By their reports.
  package static func < (left: OrderBook.Source, right: OrderBook.Source) -> Bool {
    left.reports.lexicographicallyPrecedes(right.reports)
  }
}

extension OrderBook.Source.Member: Comparable {
  /// By origin, the most public first, then by key.
  package static func < (left: Self, right: Self) -> Bool {
    (left.origin, left.key) < (right.origin, right.key)
  }
}

extension OrderBook.Report {
  /// A report of a team's file; `nil` if it does not say in which order its techniques were.
  init?(_ report: TeamReport, from origin: Report.Origin) {
    guard let order = report.order else { return nil }
    self.init(
      origin: origin, key: report.key, name: report.shownID ?? report.title, title: report.title,
      date: report.details.date, tlp: report.details.tlp, addresses: report.addresses, order: order,
      pairs: report.pairs)
  }
}
