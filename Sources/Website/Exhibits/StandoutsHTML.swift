import Measures
import Pages
import Text

/// Writes the partners that stand out.
struct StandoutsHTML {
  let location: PageLocation

  func write(_ standouts: Standouts, to html: inout MarkupWriter) {
    html.put("<ol class=out>\n")
    for entry in standouts.entries { write(entry, to: &html) }
    html.put("</ol>\n")
  }

  private func write(_ entry: Standouts.Entry, to html: inout MarkupWriter) {
    html.put("<li><span class=nm>")
    html.link(entry.id, entry.name, location.href(entry.path))
    html.put("</span><span class=x>")
    html.times(entry.ratio, entry.lower, entry.grade)
    html.put("</span><small>")
    html.open("a", Attribute("href", location.href(entry.evidencePath)))
    html.count(entry.together)
    html.put(" of ")
    html.text(Format.count(entry.base, "report"))
    html.put("</a>, ")
    html.decimal(entry.expected, 1)
    html.put(" expected; in ")
    html.count(entry.partnerReports)
    html.put(" of all</small>\n")
  }
}
