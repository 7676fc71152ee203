import Attack
import Pages
import Text

extension ReleaseDiff {
  /// For a terminal, in lines of at most `width` columns; each list names so many changes at most.
  func text(_ most: Int, width: Int) -> String {
    let lists = lists.map { list in
      ([list.title + "\n"] + list.words(most, \.text).map { Self.hanging($0, width) }).joined()
    }
    return "\(title)\n\(summary.wrapped(width))\n"
      + (lists.isEmpty ? Self.nothing : lists.joined(separator: "\n").trimmed)
  }

  /// To be pasted into a ticket or a page; each list names so many changes at most.
  func markdown(_ most: Int) -> String {
    let lists = lists.map { list in
      "## \(MarkdownText.escape(list.title))\n\n"
        + list.words(most, \.markdown).map { "- \($0)" }.joined(separator: "\n")
    }
    let head = ["# \(MarkdownText.escape(title))", MarkdownText.escape(summary)]
    return (head + (lists.isEmpty ? [Self.nothing] : lists)).joined(separator: "\n\n")
  }

  private static let nothing = "No tactic, technique, group, software, campaign or pair changed."

  /// Its first line stands out to the left.
  private static func hanging(_ text: String, _ width: Int) -> String {
    "  " + text.wrapped(width - 6).trimmed.replacing("\n", with: "\n      ") + "\n"
  }
}

extension ChangeList {
  /// The first so many lines, and how many are left out.
  fileprivate func words(_ most: Int, _ words: (ChangeLine) -> String) -> [String] {
    let rest = lines.count - most
    return lines.prefix(most).map(words)
      + (rest > 0 ? ["… and \(Format.count(rest)) more, with a higher --top or as JSON"] : [])
  }
}
