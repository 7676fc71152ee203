/// The longest part of a list that rises, taken with gaps: what keeps its order where the others moved.
///
/// The longest increasing subsequence (Schensted 1961); of several one with the most numbers that are their
/// own position, then the one that ends first, and so back.
struct LongestRise {
  /// Ascending.
  let positions: [Int]

  init(_ numbers: [Int]) {
    // A number in its place breaks ties, and can be worth no more than that.
    let step = numbers.count + 1
    var lengths: [Int] = []
    var previous: [Int?] = []
    for position in numbers.indices {
      let best = lengths.indices.filter { numbers[$0] < numbers[position] }
        .max { (lengths[$0], $1) < (lengths[$1], $0) }
      let own = step + (numbers[position] == position ? 1 : 0)
      lengths.append(own + (best.map { lengths[$0] } ?? 0))
      previous.append(best)
    }
    let last = lengths.indices.max { (lengths[$0], $1) < (lengths[$1], $0) }
    positions = sequence(first: last) { $0.map { previous[$0] } }.prefix { $0 != nil }
      .compactMap(\.self).reversed()
  }
}
