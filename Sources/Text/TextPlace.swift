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
