/// Markdown made fit for one cell of a table: one line, and no `|` that ends the cell.
enum TableCell {
  /// The text in one line; a hard line break becomes a blank, and in code every `|` gets the
  /// backslash that GitHub's tables take off again.
  static func text(_ markdown: String) -> String {
    var cell = String.UnicodeScalarView()
    var rest = Substring(markdown).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\n", "\r": cell.append(" ")
      case "|": cell += ["\\", scalar]
      case "\\":
        guard let next = rest.popFirst() else { return String(cell) + "\\\\" }
        cell += next == "\n" ? [" "] : ["\\", next]
      case "`":
        let code = code(in: &rest)
        cell += "`\(code)".replacing("|", with: "\\|").replacing("\n", with: " ").unicodeScalars
      default: cell.append(scalar)
      }
    }
    return String(cell)
  }

  /// What follows a backtick up to the end of its code, or only the backticks if it has none.
  private static func code(in rest: inout Substring.UnicodeScalarView) -> String {
    let more = rest.prefix { $0 == "`" }
    let fence = more.count + 1
    var at = more.endIndex
    while let start = rest[at...].firstIndex(of: "`") {
      let run = rest[start...].prefix { $0 == "`" }
      if run.count == fence {
        defer { rest = rest[run.endIndex...] }
        return String(rest[..<run.endIndex])
      }
      at = run.endIndex
    }
    rest = rest[more.endIndex...]
    return String(more)
  }
}
