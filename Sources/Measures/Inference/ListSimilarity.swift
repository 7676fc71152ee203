package import Attack

/// How alike two lists of techniques are, a rare technique counting more than a common one.
///
///     s(a, b) = sum of idf over what both list / sum of idf over what either lists
///
/// 1 is the same list, 0 nothing in common.
///
/// Source: the index of P. Jaccard, "The Distribution of the Flora in the Alpine Zone", New
/// Phytologist 11 (1912) 37-50, with the weights of K. Spärck Jones, "A Statistical Interpretation
/// of Term Specificity", Journal of Documentation 28 (1972) 11-21.
package struct ListSimilarity<Owner>: Sendable {
  private let lists: IndexedList<Owner, [Index<Technique>]>
  private let information: IndexedList<Technique, Double>
  /// Of each list, the sum over all that it has.
  private let sums: IndexedList<Owner, Double>

  /// - Parameters:
  ///   - lists: each ascending, without repeats.
  ///   - information: the weight of each technique; not negative.
  package init(
    _ lists: IndexedList<Owner, [Index<Technique>]>, information: IndexedList<Technique, Double>
  ) {
    self.lists = lists
    self.information = information
    sums = lists.mapValues { $0.reduce(0) { $0 + information[$1] } }
  }

  package struct Match: Equatable, Sendable {
    /// The owner of the other list.
    package let owner: Index<Owner>
    package let similarity: Double
    /// The techniques of both, those of most weight first, then by index.
    package let common: [Index<Technique>]
  }

  /// The lists that are most similar to one and share a technique with it; the most similar first,
  /// then by index.
  ///
  /// - Parameters:
  ///   - owner: of the one.
  ///   - candidates: the owners of those that may be returned.
  ///   - fewest: how many techniques must be common.
  ///   - most: how many are returned.
  /// - Returns: the matches, the most similar first.
  package func nearest(
    to owner: Index<Owner>, among candidates: [Index<Owner>], sharing fewest: Int, most: Int
  ) -> [Match] {
    var own = IndexedList(repeating: false, for: information.indices)
    for technique in lists[owner] { own[technique] = true }
    return candidates.compactMap { match(owner, own, $0, fewest) }
      .sorted { (-$0.similarity, $0.owner) < (-$1.similarity, $1.owner) }
      .prefix(most).map { [own] match in
        Match(
          owner: match.owner, similarity: match.similarity,
          common: lists[match.owner].filter { own[$0] }.sorted {
            (-information[$0], $0) < (-information[$1], $1)
          })
      }
  }

  private func match(
    _ owner: Index<Owner>, _ own: IndexedList<Technique, Bool>, _ other: Index<Owner>,
    _ fewest: Int
  ) -> (owner: Index<Owner>, similarity: Double)? {
    guard other != owner else { return nil }
    var shared = 0.0
    var count = 0
    for technique in lists[other] where own[technique] {
      shared += information[technique]
      count += 1
    }
    let all = sums[owner] + sums[other] - shared
    guard count >= max(1, fewest), all > 0 else { return nil }
    return (other, shared / all)
  }
}
