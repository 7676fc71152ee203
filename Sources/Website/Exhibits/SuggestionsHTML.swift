import Pages
import Text

/// Writes what to look for next; `explore-list.js` draws the same rows for other observations.
struct SuggestionsHTML {
  let location: PageLocation

  func write(_ suggestions: Suggestions, to html: inout MarkupWriter) {
    writeBasis(suggestions, to: &html)
    html.put(
      """
      <p class="note nojs">Without JavaScript this page shows the example only. The same numbers for \
      any techniques come from <code>attack-relations infer --bundle FILE\u{20}
      """)
    html.text(suggestions.command)
    html.put("</code>, and each technique has ")
    html.link("a page of its own", location.href(PageKind.technique.path))
    html.put(".\n<ol class=\"next ex\" id=results>\n")
    for (rank, entry) in suggestions.entries.enumerated() {
      write(entry, rank + 1, suggestions, to: &html)
    }
    html.put(
      "</ol>\n<p class=needjs><button type=button id=more hidden>Show 20 more</button></p>\n")
  }

  private func writeBasis(_ suggestions: Suggestions, to html: inout MarkupWriter) {
    let observed = suggestions.observed
    html.put("<p class=note id=basis>An example: ")
    for (index, link) in observed.enumerated() {
      if index > 0 { html.put(index == observed.count - 1 ? " and " : ", ") }
      html.link(link.text, self.location.href(link.path))
    }
    html.put(observed.count == 1 ? " was seen. <strong>" : " were seen. <strong>")
    html.count(suggestions.reportsWithAll)
    html.put("</strong> of ")
    html.text(Format.count(suggestions.reportCount, "report"))
    html.put(" cite ")
    html.text(CountWords.allOfIt(observed.count))
    html.put(".\n")
  }

  private func write(
    _ entry: Suggestions.Entry, _ rank: Int, _ all: Suggestions, to html: inout MarkupWriter
  ) {
    html.open(
      "li", Attribute("data-technique", entry.id),
      Attribute("data-probability", Format.exact(entry.probability)))
    html.ranked(rank, entry.id, entry.name, location.href(entry.path))
    writeNumbers(entry, to: &html)
    html.put("<p class=tac>")
    html.list(entry.tactics)
    writeEvidence(entry, to: &html)
    html.put("\n")
  }

  private func writeNumbers(_ entry: Suggestions.Entry, to html: inout MarkupWriter) {
    html.bar(entry.probability, low: entry.low, high: entry.high, expected: entry.usual)
    html.times(entry.times, usual: entry.usual)
  }

  private func writeEvidence(_ entry: Suggestions.Entry, to html: inout MarkupWriter) {
    html.put("<details><summary>")
    html.heardName(entry.name)
    html.text(entry.counts)
    html.put(
      "</summary><div class=ev><h3>The reports with the most say, in points</h3><ol class=pts>")
    for report in entry.reports { write(report, to: &html) }
    html.put("</ol><p class=note>")
    writeSum(entry, to: &html)
    html.put("</div></details>")
  }

  private func write(_ report: Suggestions.Report, to html: inout MarkupWriter) {
    html.put("<li><span>")
    html.points(report.share)
    html.put("</span>")
    html.link(report.title, location.href(report.path))
    html.put(" ")
    let known = report.published.isEmpty ? "" : report.published + "; "
    html.element("small", known + report.reason)
  }

  /// What adds up to the chance besides the reports that are listed.
  private func writeSum(_ entry: Suggestions.Entry, to html: inout MarkupWriter) {
    if entry.others.count > 0 {
      html.text(Format.count(entry.others.count, "other report"))
      html.put(entry.others.count == 1 ? " adds " : " add ")
      html.points(entry.others.share)
      html.put(", ")
    }
    html.put("the usual chance adds ")
    html.points(entry.baseTerm)
    html.put(": together ")
    html.points(entry.raw)
    html.put(". After calibration: ")
    html.percent(entry.probability)
    html.put(".")
  }
}

extension MarkupWriter {
  /// A share of an estimate, in percent of it.
  fileprivate mutating func points(_ term: Double) { decimal(term * 100, 1) }
}
