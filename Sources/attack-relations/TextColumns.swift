/// Texts in columns of fixed widths, and in lines that fit a terminal.
extension String {
  func cut(_ width: Int) -> String {
    count <= width ? self : prefix(max(0, width - 1)) + "…"
  }

  func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  fileprivate var trimmedEnd: Substring {
    self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]
  }

  func leading(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }

  /// In lines of at most `width` columns, each ended.
  func wrapped(_ width: Int) -> String {
    var lines = [""]
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + 1 + word.count <= width {
        lines[lines.count - 1] = line + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Each of its lines so many columns further to the right.
  func indented(_ columns: Int) -> String {
    split(separator: "\n").map { String(repeating: " ", count: columns) + $0 + "\n" }.joined()
  }
}

/// A table for a terminal: names at the left, numbers at the right of their columns.
///
/// A column without a title holds words.
struct TextTable {
  private let rows: [[String]]

  init(_ head: [String], _ rows: [[String]]) { self.rows = [head] + rows }

  /// Each row a line, ended.
  var text: String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        isWords(column) ? cell.padded(widths[column]) : cell.leading(widths[column])
      }
      return "  " + cells.joined(separator: "  ").trimmedEnd + "\n"
    }.joined()
  }

  private func isWords(_ column: Int) -> Bool { column == 0 || rows[0][column].isEmpty }
}
