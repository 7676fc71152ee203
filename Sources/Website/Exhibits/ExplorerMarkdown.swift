import Pages
import Text

/// Writes the explorer's example as Markdown: a list and a table.
struct ExplorerMarkdown {
  let location: PageLocation

  func write(_ explorer: Explorer, to text: inout ByteWriter) {
    for observation in explorer.observed {
      text.put("- ")
      text.link(observation.id, observation.name, location.href(observation.path))
      text.put("\n")
    }
  }

  func write(_ suggestions: Suggestions, to text: inout ByteWriter) {
    text.put(
      """
      | | technique | chance | range | times the usual | usual | reports |
      |--:|---|--:|--:|--:|--:|---|

      """)
    for (rank, entry) in suggestions.entries.enumerated() {
      text.put("| ")
      text.integer(rank + 1)
      text.put(" | ")
      text.link(entry.id, entry.name, location.href(entry.path))
      text.put(" | ")
      text.percent(entry.probability)
      text.put(" % | ")
      text.range(entry.low, entry.high)
      text.put(" | ")
      text.decimal(entry.times, 1)
      text.put("× | ")
      text.percent(entry.usual)
      text.put(" % | ")
      text.put(text: entry.counts)
      text.put(" |\n")
    }
  }
}
