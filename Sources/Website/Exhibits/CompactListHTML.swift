import Pages
import Text

/// Writes a list of techniques, each with the numbers of its reports.
struct CompactListHTML {
  let location: PageLocation

  func write(_ list: CompactList, to html: inout MarkupWriter) {
    html.put("<ul class=roll>\n")
    for entry in list.entries {
      html.open("li", Attribute("id", entry.id))
      html.open("a", Attribute("href", location.href(entry.path)))
      html.text(entry.id)
      html.put(" ")
      html.text(entry.name)
      html.put("</a> ")
      for (index, report) in entry.reports.enumerated() {
        if index > 0 { html.put(" ") }
        html.integer(report)
      }
      html.put("\n")
    }
    html.put(list.entries.isEmpty ? "\n</ul>\n" : "</ul>\n")
  }
}
