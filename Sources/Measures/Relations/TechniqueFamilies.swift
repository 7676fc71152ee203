/// Which techniques are a parent and its sub-techniques, by their ids.
struct TechniqueFamilies: Sendable {
  /// For each technique the first of its family.
  private let families: [Int]

  init(_ ids: [String]) {
    var firsts: [Substring: Int] = [:]
    families = ids.enumerated().map { index, id in
      let parent = id.prefix { $0 != "." }
      let first = firsts[parent, default: index]
      firsts[parent] = first
      return first
    }
  }

  /// Whether one is the other's sub-technique, or both are subs of one parent.
  func isFamily(_ a: Int, _ b: Int) -> Bool { families[a] == families[b] }
}
