import Text

/// The ATT&CK matrix with a number in each cell: one column per tactic, one cell per technique.
package struct MatrixFigure: Figure {
  package let title: String
  package let description: String
  package let legend: Legend
  package let columns: [Column]
  /// What a number is of, where the figure itself says that: `of the 25 reports of APT29`.
  package var whole: String?
  /// The path of its file, `figures/T1047.svg`; `nil` if only on its page.
  package let file: String?

  package struct Column: Sendable {
    package let title: String
    /// `9 of 17`.
    package let subtitle: String
    package let cells: [Cell]
  }

  package struct Cell: Sendable {
    package let name: String
    package let path: String
    package let number: Int
    /// How many of them only the team has.
    package var ours = 0
    /// Of the colours, 1...7; 0 for the technique that the figure is about.
    package let level: Int
    /// The levels of its sub-techniques, strongest first.
    package let subs: [Int]
  }
}

extension MatrixFigure {
  /// Its columns, a line each.
  package func twin(at location: PageLocation) -> String {
    columns.map { column in
      let cells = column.cells.map { cell in
        "\(MarkdownText.link(cell.name, location.href(cell.path))) \(Format.count(cell.number))"
          + (cell.ours > 0 ? " (\(Format.count(cell.ours)) ours)" : "")
      }
      return "- **\(MarkdownText.escape(column.title))** (\(column.subtitle)): "
        + cells.joined(separator: ", ") + "\n"
    }.joined()
  }
}
