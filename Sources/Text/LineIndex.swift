/// Where the lines of a text begin, to tell a place in it by line and column.
package struct LineIndex: Sendable {
  /// The offset of the first byte of each line.
  private let starts: [Int]

  package init(_ bytes: [UInt8]) {
    starts = bytes.withUnsafeBufferPointer { lent in
      var starts = [0]
      var at = lent.firstIndex(of: .newline, from: 0)
      while at < lent.count {
        starts.append(at + 1)
        at = lent.firstIndex(of: .newline, from: at + 1)
      }
      return starts
    }
  }

  /// The place of a byte.
  package func place(of offset: Int) -> TextPlace {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return TextPlace(line: low + 1, column: offset - starts[low] + 1)
  }
}
