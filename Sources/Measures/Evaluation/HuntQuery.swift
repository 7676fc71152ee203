package import Attack
import Text

/// A question after some suggestions were looked for: what the report holds of them is seen as well,
/// what it does not hold was not found.
package struct HuntQuery: Equatable, Sendable {
  /// How many were looked for.
  package let looked: Int
  /// With what was found as evidence, no longer hidden.
  package let query: HeldOutQuery
  /// What was looked for and not found, ascending; at least one.
  package let absent: [Index<Technique>]

  /// How many suggestions are looked for.
  package static let looked = [1, 3]

  /// Which suggestions are looked for is decided by a hash, whether the report holds them or not: to
  /// choose among those that it does not hold would give the others away.
  ///
  /// `nil` where all of it was found, or nothing is left to be found.
  ///
  /// - Parameters:
  ///   - query: that was asked before.
  ///   - suggestions: the first ones, from which some are looked for.
  ///   - looked: how many.
  ///   - testing: the reports that ask.
  package init?(
    _ query: HeldOutQuery, among suggestions: [Index<Technique>], looked: Int,
    of testing: TrainingSet
  ) {
    let key = testing.keys[query.report]
    let hashes = suggestions.map { FNV1a.hash("look for \(testing.ids[$0])|\(key)".utf8) }
    let drawn = zip(hashes, suggestions).sorted { $0 < $1 }.prefix(looked).map(\.1)
    let hidden = Set(query.hidden)
    let found = drawn.filter(hidden.contains)
    guard found.count < drawn.count, found.count < hidden.count else { return nil }
    self.looked = looked
    self.query = HeldOutQuery(
      report: query.report, evidence: (query.evidence + found).sorted(),
      hidden: query.hidden.filter { !found.contains($0) })
    absent = drawn.filter { !hidden.contains($0) }.sorted()
  }
}
