/// A value for every unordered pair of `0..<count`, each index with itself included.
///
/// Only one half is stored, so a pair has one value whichever way it is asked for.
package struct SymmetricMatrix<Element: Sendable>: Sendable {
  /// Rows, and as many columns.
  package let count: Int
  private var values: [Element]

  package init(repeating value: Element, count: Int) {
    self.count = count
    values = Array(repeating: value, count: count * (count + 1) / 2)
  }

  /// Asks `value` once for every pair, the first index never above the second.
  package init(count: Int, _ value: (_ first: Int, _ second: Int) -> Element) {
    self.count = count
    values = []
    values.reserveCapacity(count * (count + 1) / 2)
    for second in 0..<count {
      for first in 0...second { values.append(value(first, second)) }
    }
  }

  package subscript(_ a: Int, _ b: Int) -> Element {
    get { values[position(a, b)] }
    set { values[position(a, b)] = newValue }
  }

  /// Changes the values of pairs of one index with several no larger ones.
  mutating func update(
    _ second: Int, withEach firsts: ArraySlice<Int>, _ change: (inout Element) -> Void
  ) {
    let start = second * (second + 1) / 2
    for first in firsts { change(&values[start + first]) }
  }

  private func position(_ a: Int, _ b: Int) -> Int {
    a < b ? b * (b + 1) / 2 + a : a * (a + 1) / 2 + b
  }
}
