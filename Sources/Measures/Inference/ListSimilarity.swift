/// How alike two lists of techniques are, a rare technique counting more than a common one.
///
///     s(a, b) = sum of idf over what both list / sum of idf over what either lists
///
/// 1 is the same list, 0 nothing in common.
///
/// Source: the index of P. Jaccard, "The Distribution of the Flora in the Alpine Zone", New
/// Phytologist 11 (1912) 37-50, with the weights of K. Spärck Jones, "A Statistical Interpretation
/// of Term Specificity", Journal of Documentation 28 (1972) 11-21.
package struct ListSimilarity: Sendable {
  private let lists: [[Int]]
  private let information: [Double]
  /// Of each list, the sum over all that it has.
  private let sums: [Double]

  /// - Parameters:
  ///   - lists: columns, ascending, without repeats.
  ///   - information: the weight of each column; not negative.
  package init(_ lists: [[Int]], information: [Double]) {
    self.lists = lists
    self.information = information
    sums = lists.map { $0.reduce(0) { $0 + information[$1] } }
  }

  package struct Match: Equatable, Sendable {
    /// The index of the other list.
    package let list: Int
    package let similarity: Double
    /// The columns of both, those of most weight first, then by column.
    package let common: [Int]
  }

  /// The lists that are most similar to one and share a column with it; the most similar first,
  /// then by index.
  ///
  /// - Parameters:
  ///   - list: the index of the one.
  ///   - candidates: the indices of those that may be returned.
  ///   - fewest: how many columns must be common.
  ///   - most: how many are returned.
  /// - Returns: the matches, the most similar first.
  package func nearest(
    to list: Int, among candidates: [Int], sharing fewest: Int, most: Int
  ) -> [Match] {
    let own = Set(lists[list])
    return candidates.compactMap { match(list, own, $0, fewest) }
      .sorted { (-$0.similarity, $0.list) < (-$1.similarity, $1.list) }
      .prefix(most).map { match in
        Match(
          list: match.list, similarity: match.similarity,
          common: match.common.sorted {
            (-information[$0], $0) < (-information[$1], $1)
          })
      }
  }

  private func match(_ list: Int, _ own: Set<Int>, _ other: Int, _ fewest: Int) -> Match? {
    guard other != list else { return nil }
    let common = lists[other].filter(own.contains)
    let shared = common.reduce(0) { $0 + information[$1] }
    let all = sums[list] + sums[other] - shared
    guard common.count >= max(1, fewest), all > 0 else { return nil }
    return Match(list: other, similarity: shared / all, common: common)
  }
}
