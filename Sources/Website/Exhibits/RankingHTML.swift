import Measures
import Pages
import Text

/// Writes the ten techniques to look for next: bar, percentage, evidence.
struct RankingHTML {
  let location: PageLocation

  func write(_ ranking: Ranking, to html: inout MarkupWriter) {
    html.put("<ol class=next>\n")
    for (rank, entry) in ranking.entries.enumerated() { write(entry, rank + 1, to: &html) }
    html.put("</ol>\n")
  }

  private func write(_ entry: Ranking.Entry, _ rank: Int, to html: inout MarkupWriter) {
    html.open("li", Attribute("class", entry.support == .full ? nil : "\(entry.support)"))
    html.ranked(rank, entry.id, entry.name, location.href(entry.path))
    writeNumbers(entry, to: &html)
    html.put("<p class=tac>")
    html.list(entry.tactics)
    writeComponents(entry, to: &html)
    writeEvidence(entry, to: &html)
    html.put("\n")
  }

  /// What shows it, as many as fit in a line or two.
  private func writeComponents(_ entry: Ranking.Entry, to html: inout MarkupWriter) {
    guard !entry.components.isEmpty else { return }
    html.put("<p class=see>")
    html.list(entry.components.prefix(Self.named))
    let more = entry.components.count - Self.named
    guard more > 0 else { return }
    html.put(" and ")
    html.integer(more)
    html.put(" more")
  }

  private static let named = 4

  private func writeNumbers(_ entry: Ranking.Entry, to html: inout MarkupWriter) {
    guard entry.support != .words, let interval = entry.interval else { return }
    html.bar(
      entry.share, low: interval.low, high: interval.high, expected: entry.expectedShare)
    html.put("<div class=x>")
    html.times(entry.ratio, entry.lower, entry.grade)
    html.put("</div>")
  }

  private func writeEvidence(_ entry: Ranking.Entry, to html: inout MarkupWriter) {
    let isCut = entry.together > entry.evidence.count
    html.put("<details><summary><span class=vh>")
    html.text(entry.name)
    html.put(": </span>")
    html.count(entry.together)
    html.put(" of ")
    html.text(Format.count(entry.base, "report"))
    html.put("</summary><div class=ev><h3>")
    if isCut {
      html.put("Newest of the ")
      html.count(entry.together)
      html.put(" reports")
    } else {
      html.put("Reports that cite both")
    }
    html.put("</h3><ol>")
    for evidence in entry.evidence { write(evidence, to: &html) }
    html.put("</ol>")
    if isCut { writeMore(entry, to: &html) }
    writeSources(entry, to: &html)
    html.put("</div></details>")
  }

  private func write(_ evidence: Ranking.Evidence, to html: inout MarkupWriter) {
    html.open("li")
    html.element("span", evidence.published)
    html.link(evidence.title, location.href(evidence.path))
    html.put(" <small>")
    html.list(evidence.actors)
    html.put("</small>")
  }

  private func writeMore(_ entry: Ranking.Entry, to html: inout MarkupWriter) {
    html.put("<p class=more>")
    html.link("All \(Format.count(entry.together, "report"))", location.href(entry.allPath))
  }

  /// Where it shows, on opening: its channels are on its own page.
  private func writeSources(_ entry: Ranking.Entry, to html: inout MarkupWriter) {
    guard !entry.sources.isEmpty else { return }
    html.put("<p class=more>Shows in ")
    html.text(Format.list(entry.sources))
    html.put(". ")
    html.link("How it shows", location.href(entry.path) + "#shows")
  }
}
