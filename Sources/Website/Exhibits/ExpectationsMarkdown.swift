import Pages
import Text

/// Writes what is expected of an actor as a Markdown table.
struct ExpectationsMarkdown {
  let location: PageLocation

  func write(_ expectations: Expectations, to text: inout ByteWriter) {
    text.put(
      """
      | | technique | chance | usual | times the usual | where it shows | reports that say so most |
      |--:|---|--:|--:|--:|---|---|

      """)
    for (rank, entry) in expectations.entries.enumerated() {
      text.put("| ")
      text.integer(rank + 1)
      text.put(" | ")
      text.link(entry.id, entry.name, location.href(entry.path))
      for note in entry.notes { text.put(text: "; " + TableCell.text(note)) }
      text.put(" | ")
      text.percent(entry.chance)
      text.put(" % | ")
      text.percent(entry.usual)
      text.put(" % | ")
      text.decimal(entry.times, 1)
      text.put("× | ")
      text.put(text: MarkdownText.escape(entry.components.joined(separator: ", ")))
      text.put(" | ")
      text.references(entry.reports, at: location)
      text.put(" |\n")
    }
  }
}

extension ByteWriter {
  /// Reports by title, date and publisher, one after the other.
  mutating func references(_ reports: [ReportReference], at location: PageLocation) {
    for (index, report) in reports.enumerated() {
      if index > 0 { put("; ") }
      link(report.title, location.href(report.path))
      put(" (")
      put(text: MarkdownText.escape(report.details))
      put(")")
    }
  }
}
