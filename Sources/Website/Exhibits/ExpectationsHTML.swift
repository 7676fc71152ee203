import Pages

/// Writes what is expected of an actor: chance, where it shows, who says so.
struct ExpectationsHTML {
  let location: PageLocation
  let markdown: MarkdownRenderer

  func write(_ expectations: Expectations, to html: inout MarkupWriter) {
    html.put("<ol class=\"next ex\">\n")
    for (rank, entry) in expectations.entries.enumerated() { write(entry, rank + 1, to: &html) }
    html.put("</ol>\n")
  }

  private func write(_ entry: Expectations.Entry, _ rank: Int, to html: inout MarkupWriter) {
    html.put("<li>")
    html.ranked(rank, entry.id, entry.name, location.href(entry.path))
    writeNumbers(entry, to: &html)
    html.put("<p class=tac>")
    html.list(entry.tactics)
    html.shown(by: entry.components, entry.channel)
    html.put("<div class=says>")
    for note in entry.notes {
      html.put("<p>")
      markdown.writeInline(note, to: &html)
    }
    html.put("<ul>")
    for report in entry.reports {
      html.put("<li>")
      html.reference(report, at: location)
    }
    html.put("</ul></div>\n")
  }

  private func writeNumbers(_ entry: Expectations.Entry, to html: inout MarkupWriter) {
    BarHTML.write(entry.chance, expected: entry.usual, to: &html)
    html.put("<div class=pc>")
    html.percent(entry.chance)
    html.put("</div>")
    html.times(entry.times, usual: entry.usual)
  }
}
