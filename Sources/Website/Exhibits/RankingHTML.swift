import Text
import Measures
import Pages

/// Writes the ten techniques to look for next: bar, percentage, evidence.
struct RankingHTML {
  let place: PageLocation

  func html(_ ranking: Ranking) -> String {
    "<ol class=\"next\">\n" + ranking.entries.enumerated().map { item($0 + 1, $1) }.joined()
      + "</ol>\n"
  }

  private func item(_ rank: Int, _ entry: Ranking.Entry) -> String {
    let tactics = HTMLText.escape(entry.tactics.joined(separator: ", "))
    return """
      <li\(style(entry.support))><span class="rk">\(rank)</span><div class="nm">\
      <a href="\(place.href(entry.path))"><i>\(entry.id)</i> \(HTMLText.escape(entry.name))</a>\
      </div>\(numbers(entry))<p class="tac">\(tactics)</p>\(components(entry))\(evidence(entry))</li>

      """
  }

  /// What shows it, as many as stand in a line or two.
  private func components(_ entry: Ranking.Entry) -> String {
    guard !entry.components.isEmpty else { return "" }
    let names = entry.components.prefix(Self.named).joined(separator: ", ")
    let more = entry.components.count - Self.named
    return "<p class=\"see\">\(HTMLText.escape(names))\(more > 0 ? " and \(more) more" : "")</p>"
  }

  private static let named = 4

  /// Where it shows, on opening: its channels stand on its own page.
  private func sources(_ entry: Ranking.Entry) -> String {
    guard !entry.sources.isEmpty else { return "" }
    return """
      <p class="more">Shows in \(HTMLText.escape(Format.list(entry.sources))). \
      <a href="\(place.href(entry.path))#shows">How it shows</a></p>
      """
  }

  private func style(_ support: SampleSize) -> String {
    support == .full ? "" : " class=\"\(support)\""
  }

  private func numbers(_ entry: Ranking.Entry) -> String {
    guard entry.support != .words, let interval = entry.interval else { return "" }
    let bar = BarHTML.bar(
      entry.share, low: interval.low, high: interval.high, expected: entry.expectedShare)
    return """
      \(bar)<div class="pc">\(HTMLText.escape(Format.percent(entry.share))) %<span>\
      \(Format.decimal(interval.low * 100, 0))–\(Format.decimal(interval.high * 100, 0))</span>\
      </div><div class="x">\(GradeHTML.times(entry.ratio, entry.lower, entry.grade))</div>
      """
  }

  private func evidence(_ entry: Ranking.Entry) -> String {
    let name = HTMLText.escape(entry.name)
    let reports = "\(Format.count(entry.together)) of \(Format.count(entry.base, "report"))"
    let newest = entry.evidence.map(line).joined()
    let isCut = entry.together > entry.evidence.count
    let title =
      isCut ? "Newest of the \(Format.count(entry.together)) reports" : "Reports that cite both"
    let more = """
      <p class="more"><a href="\(place.href(entry.allPath))">All \
      \(Format.count(entry.together, "report"))</a></p>
      """
    return """
      <details><summary><span class="vh">\(name): </span>\(reports)</summary>\
      <div class="ev"><h3>\(title)</h3><ol>\(newest)</ol>\(isCut ? more : "")\(sources(entry))</div></details>
      """
  }

  private func line(_ evidence: Ranking.Evidence) -> String {
    let actors = HTMLText.escape(evidence.actors.joined(separator: ", "))
    return """
      <li><span>\(evidence.published)</span>\
      <a href="\(place.href(evidence.path))">\(HTMLText.escape(evidence.title))</a> \
      <small>\(actors)</small></li>
      """
  }
}
