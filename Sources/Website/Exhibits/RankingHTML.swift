import Measures
import Pages
import Text

/// Writes what to look for besides a technique: bar, percentage, times expected, evidence.
///
/// `partners.js` shows it in other orders. For that, `data-technique` of the list is the technique
/// whose partners these are, `data-years` the first and the last year of its reports, and
/// `data-often` of a row its place among those seen most often. Rows without evidence have a link
/// to their reports, in whose place the script puts them. Those that show in that order only are hidden.
struct RankingHTML {
  let location: PageLocation

  func write(_ ranking: Ranking, to html: inout MarkupWriter) {
    writeOrders(ranking, to: &html)
    let years = ranking.years.map { "\($0.lowerBound) \($0.upperBound)" }
    html.open(
      "ol", Attribute("class", "next"), Attribute("data-technique", ranking.technique),
      Attribute("data-years", years))
    html.put("\n")
    for (rank, entry) in ranking.entries.enumerated() { write(entry, rank + 1, to: &html) }
    for entry in ranking.others { write(entry, nil, isHidden: true, to: &html) }
    html.put("</ol>\n")
    writeCommon(ranking.common, to: &html)
  }

  /// The other order is a table, where there is no script.
  private func writeOrders(_ ranking: Ranking, to html: inout MarkupWriter) {
    html.put("<div class=orders role=group aria-label=\"Order of the list\">")
    html.put("<span>Most telling</span> ")
    html.link("Seen most often", location.href(ranking.allPath))
    html.put("</div>\n")
  }

  /// One line, which opens.
  private func writeCommon(_ entries: [Ranking.Entry], to html: inout MarkupWriter) {
    guard !entries.isEmpty else { return }
    html.put("<details class=common><summary>Common in any intrusion: ")
    let named = entries.prefix(Self.namedCommon).map(\.name)
    let more = entries.count - named.count
    html.text(Format.list(more == 0 ? named : named + ["\(more) more"]))
    html.put(
      "</summary><p>Among the fifteen techniques that most reports cite, and hardly more often here "
    )
    html.put("than expected.\n<ul class=next>\n")
    for entry in entries { write(entry, nil, to: &html) }
    html.put("</ul></details>\n")
  }

  private static let namedCommon = 3

  private func write(
    _ entry: Ranking.Entry, _ rank: Int?, isHidden: Bool = false, to html: inout MarkupWriter
  ) {
    html.open(
      "li", Attribute("class", entry.support == .full ? nil : "\(entry.support)"),
      Attribute("data-often", entry.often), Flag("hidden", isHidden))
    html.ranked(rank, entry.id, entry.name, location.href(entry.path))
    writeNumbers(entry, to: &html)
    html.put("<p class=tac>")
    html.list(entry.tactics)
    html.own(entry.origins)
    if entry.coverage != nil { html.put(" ") }
    html.covered(entry.coverage)
    html.shown(by: entry.components, entry.channel)
    if entry.evidence.isEmpty {
      writeLink(entry, to: &html)
    } else {
      writeEvidence(entry, to: &html)
    }
    html.put("\n")
  }

  private func writeNumbers(_ entry: Ranking.Entry, to html: inout MarkupWriter) {
    guard entry.support != .words, let interval = entry.interval else { return }
    html.bar(
      entry.share, low: interval.low, high: interval.high, expected: entry.expectedShare)
    html.put("<div class=x>")
    html.times(entry.ratio, entry.grade)
    html.put("</div>")
  }
}

extension RankingHTML {
  private func writeLink(_ entry: Ranking.Entry, to html: inout MarkupWriter) {
    html.put("<div class=of>")
    html.open("a", Attribute("href", location.href(entry.allPath)))
    writeCount(entry, to: &html)
    html.put("</a></div>")
  }

  private func writeCount(_ entry: Ranking.Entry, to html: inout MarkupWriter) {
    html.heardName(entry.name)
    html.count(entry.together)
    html.put(" of ")
    html.text(Format.count(entry.base, "report"))
  }

  private func writeEvidence(_ entry: Ranking.Entry, to html: inout MarkupWriter) {
    let isCut = entry.together > entry.evidence.count
    html.put("<details><summary>")
    writeCount(entry, to: &html)
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
    html.put("<p class=more>")
    if isCut {
      html.link("All \(Format.count(entry.together, "report"))", location.href(entry.allPath))
      if entry.isShown { html.put(" · ") }
    }
    if entry.isShown { html.link("How it shows", location.href(entry.path) + "#shows") }
    html.put("</div></details>")
  }

  private func write(_ evidence: Ranking.Evidence, to html: inout MarkupWriter) {
    html.open("li")
    html.element("span", evidence.published)
    html.link(evidence.title, location.href(evidence.path))
    html.own(evidence.origin)
    html.put(" <small>")
    if let publisher = evidence.publisher {
      html.text(publisher)
      if !evidence.actors.isEmpty { html.put(", on ") }
    }
    html.list(evidence.actors)
    html.put("</small>")
  }
}
