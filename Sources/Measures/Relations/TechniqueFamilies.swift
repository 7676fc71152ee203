import Attack

/// Which techniques are a parent and its sub-techniques, by their ids.
struct TechniqueFamilies: Sendable {
  /// For each technique the first of its family.
  private let families: IndexedList<Technique, Index<Technique>>

  init(_ ids: IndexedList<Technique, String>) {
    var firsts: [Substring: Index<Technique>] = [:]
    families = IndexedList(for: ids.indices) { index in
      let parent = TechniqueID.family(of: ids[index])
      let first = firsts[parent, default: index]
      firsts[parent] = first
      return first
    }
  }

  /// Whether one is the other's sub-technique, or both are subs of one parent.
  func isFamily(_ a: Index<Technique>, _ b: Index<Technique>) -> Bool {
    families[a] == families[b]
  }
}
