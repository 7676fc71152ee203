package import Attack
import Text

/// Two techniques of which one comes before the other in a report.
package struct OrderedPair: Hashable, Sendable {
  package let before: Index<Technique>
  package let after: Index<Technique>
  /// Whether only failed branches lead from one to the other.
  package let onFailure: Bool

  package init(before: Index<Technique>, after: Index<Technique>, onFailure: Bool) {
    self.before = before
    self.after = after
    self.onFailure = onFailure
  }
}

extension OrderedPair: Comparable {
  /// By the technique that comes before, then by the other.
  package static func < (left: OrderedPair, right: OrderedPair) -> Bool {
    (left.before, left.after) < (right.before, right.after)
  }
}

extension OrderedActions {
  /// Which technique comes before which: each pair once, ascending; a technique is never before itself.
  ///
  /// An action that names no live technique is before nothing and after nothing, so that no pair goes across it.
  package var pairs: [OrderedPair] {
    let known = Set(actions.joined()).sorted()
    let rows = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, $0) })
    let sets = actions.map { $0.compactMap { rows[$0] } }
    // A column for each action: which of the techniques it names.
    var named = BitMatrix(rowCount: known.count, columnCount: sets.count)
    for (action, set) in sets.enumerated() { for row in set { named[row, action] = true } }
    // Then one for each technique: which come after it.
    let onward = named.unions(of: followers(known.count, sets, onFailure: false))
    let failed = named.unions(of: followers(known.count, sets, onFailure: true))
    return known.indices.flatMap { before in
      let after = Set(onward.rows(ofColumn: before)).union(failed.rows(ofColumn: before))
      return after.subtracting([before]).sorted().map { row in
        OrderedPair(before: known[before], after: known[row], onFailure: !onward[row, before])
      }
    }
  }

  /// For each technique the actions that follow one that names it.
  private func followers(_ count: Int, _ sets: [[Int]], onFailure: Bool) -> [[Int]] {
    var followers: [[Int]] = Array(repeating: [], count: count)
    for edge in edges where edge.onFailure == onFailure {
      for technique in sets[edge.before] { followers[technique].append(edge.after) }
    }
    return followers
  }
}
