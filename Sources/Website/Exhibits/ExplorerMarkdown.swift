import Text
import Pages

/// Writes the explorer's example as Markdown: a list and a table.
struct ExplorerMarkdown {
  let place: PageLocation

  func text(_ explorer: Explorer) -> String {
    explorer.observed.map { observation in
      "- "
        + MarkdownText.link("\(observation.id) \(observation.name)", place.href(observation.path))
        + "\n"
    }.joined()
  }

  func text(_ suggestions: Suggestions) -> String {
    let head = """
      | | technique | chance | range | reports with all | of all |
      |--:|---|--:|--:|--:|--:|

      """
    return head
      + suggestions.entries.enumerated().map { rank, entry in
        "| \(rank + 1) | \(MarkdownText.link("\(entry.id) \(entry.name)", place.href(entry.path))) | "
          + "\(Format.percent(entry.probability)) % | \(Format.decimal(entry.low * 100, 0))–"
          + "\(Format.decimal(entry.high * 100, 0)) | \(entry.together) of "
          + "\(suggestions.reportsWithAll) | \(Format.percent(entry.baseRate)) % |\n"
      }.joined()
  }
}
