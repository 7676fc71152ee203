/// Texts in columns of so many letters, and in lines that a terminal holds.
extension String {
  func cut(_ width: Int) -> String {
    count <= width ? self : prefix(max(0, width - 1)) + "…"
  }

  func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
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
}

/// A table for a terminal: names at the left, numbers at the right of their columns.
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
        column == 0 ? cell.padded(widths[0]) : cell.leading(widths[column] + Self.gap)
      }
      return "  " + cells.joined() + "\n"
    }.joined()
  }

  private static let gap = 2
}
