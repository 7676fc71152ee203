package import Attack
import Measures
import Text

/// What shows how many of some suggested techniques: log sources, or data components.
package struct SourceCoverage: Sendable {
  /// Those that show most first, of equal ones by name.
  package let rows: [Row]
  /// Where each name is in `rows`.
  private let ranks: [String: Int]
  /// How many techniques are suggested.
  package let suggestions: Int
  /// Indices in `rows` of the few that together show all that any of them shows.
  package let cover: [Int]

  /// How many of the suggestions anything shows.
  package var shown: Int { rows.reduce(into: Set<Int>()) { $0.formUnion($1.shown) }.count }

  package struct Row: Sendable {
    package let name: String
    /// Where it shows them, by name; empty if that is unknown.
    package let platforms: [String]
    /// Indices of the suggestions that it shows.
    package let shown: Set<Int>
  }

  /// By what `name` takes from a trace, over the traces of each suggestion; an empty name is none.
  package init(_ suggestions: [[Detection]], by name: (Detection) -> String) {
    var found: [String: Found] = [:]
    for (index, traces) in suggestions.enumerated() {
      for trace in traces {
        let name = name(trace)
        if !name.isEmpty { found[name, default: Found()].add(index, on: trace.platform) }
      }
    }
    rows = found.map { Row(name: $0, platforms: $1.platforms.sorted(), shown: $1.shown) }
      .sorted { (-$0.shown.count, $0.name) < (-$1.shown.count, $1.name) }
    ranks = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.name, $0) })
    self.suggestions = suggestions.count
    cover = GreedyCover.indices(rows.map(\.shown))
  }

  private struct Found {
    var platforms: Set<String> = []
    var shown: Set<Int> = []

    mutating func add(_ index: Int, on platform: String) {
      shown.insert(index)
      if !platform.isEmpty { platforms.insert(platform) }
    }
  }
}

extension SourceCoverage {
  /// The first `count` rows, and below them the further rows that `cover` needs; each with
  /// the suggestions that no row above it shows.
  package func leading(_ count: Int) -> [(row: Row, new: Set<Int>)] {
    let indices = Set(rows.indices.prefix(count)).union(cover).sorted()
    var seen: Set<Int> = []
    return indices.map { index in
      let new = rows[index].shown.subtracting(seen)
      seen.formUnion(new)
      return (rows[index], new)
    }
  }

  /// How many of the suggestions something of a name shows.
  func count(_ name: String) -> Int { rows.first { $0.name == name }?.shown.count ?? 0 }

  /// Names, those that show most of the suggestions first, and by name those that show none.
  package func ranked(_ names: [String]) -> [String] {
    names.filter { !$0.isEmpty }.distinct.map { (rank: ranks[$0] ?? rows.count, name: $0) }
      .sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }.map(\.name)
  }

  /// `A and B together show all ten`, with the names as `written` makes them; `nil` if nothing
  /// shows any.
  package func summary(_ written: (String) -> String = MarkdownText.escape) -> String? {
    guard let last = cover.indices.last else { return nil }
    let names = Format.list(cover.map { written(rows[$0].name) })
    let verb = last == 0 ? "alone shows" : "together show"
    let all =
      switch suggestions {
      case 1: "it"
      case 2: "both"
      case 10: "all ten"
      default: "all \(suggestions)"
      }
    return "\(names) \(verb) " + (shown == suggestions ? all : "\(shown) of \(suggestions)")
  }
}
