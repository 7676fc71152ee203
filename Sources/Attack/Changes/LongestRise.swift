/// The longest part of a list that rises, taken with gaps: what keeps its order where the others moved.
///
/// The longest increasing subsequence (Schensted 1961); of several the one that ends first, and so back.
struct LongestRise {
  /// Ascending.
  let positions: [Int]

  init(_ numbers: [Int]) {
    var lengths: [Int] = []
    var previous: [Int?] = []
    for position in numbers.indices {
      let best = lengths.indices.filter { numbers[$0] < numbers[position] }
        .max { (lengths[$0], $1) < (lengths[$1], $0) }
      lengths.append(1 + (best.map { lengths[$0] } ?? 0))
      previous.append(best)
    }
    let last = lengths.indices.max { (lengths[$0], $1) < (lengths[$1], $0) }
    positions = sequence(first: last) { $0.map { previous[$0] } }.prefix { $0 != nil }
      .compactMap(\.self).reversed()
  }
}
