/// Where the lines of a text begin, to tell a place in it by line and column.
package struct LineIndex: Sendable {
  /// The offset of the first byte of each line.
  private let starts: [Int]

  package init(_ bytes: [UInt8]) {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == .newline { starts.append(offset + 1) }
    self.starts = starts
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

/// A place in a text: line and column, both from 1, the column in bytes.
package struct TextPlace: Hashable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension TextPlace: CustomStringConvertible {
  /// `5:31`.
  package var description: String { "\(line):\(column)" }
}

extension TextPlace: Comparable {
  package static func < (left: TextPlace, right: TextPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
