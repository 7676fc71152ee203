import Text
import Pages

/// Writes what to look for next; `explore-list.js` draws the same rows for any other observation.
struct SuggestionsHTML {
  let place: PageLocation

  func html(_ suggestions: Suggestions) -> String {
    let observed = suggestions.observed.map { link in
      "<a href=\"\(place.href(link.path))\">\(HTMLText.escape(link.text))</a>"
    }
    let all = Format.count(suggestions.reportCount, "report")
    return """
      <p class="note" id="basis">An example: \(Format.list(observed)) \
      \(observed.count == 1 ? "was" : "were") seen. \
      <strong>\(Format.count(suggestions.reportsWithAll))</strong> of \(all) \
      cite \(SuggestionText.allOfIt(observed.count)).</p>
      <p class="note nojs">Without JavaScript this page shows the example only. The same numbers for \
      any techniques come from <code>attack-relations infer --bundle FILE \
      \(HTMLText.escape(suggestions.command))</code>, and each technique has \
      <a href="\(place.href(PageKind.technique.path))">a page of its own</a>.</p>
      <ol class="next ex" id="results">
      \(suggestions.entries.enumerated().map { item($0 + 1, $1, suggestions) }.joined())</ol>
      <p class="needjs"><button type="button" id="more" hidden>Show 20 more</button></p>

      """
  }

  private func item(_ rank: Int, _ entry: Suggestions.Entry, _ all: Suggestions) -> String {
    """
    <li data-technique="\(entry.id)" data-probability="\(Format.exact(entry.probability))">\
    <span class="rk">\(rank)</span><div class="nm"><a href="\(place.href(entry.path))">\
    <i>\(entry.id)</i> \(HTMLText.escape(entry.name))</a></div>\(numbers(entry))\
    <p class="tac">\(HTMLText.escape(entry.tactics.joined(separator: ", ")))</p>\
    \(evidence(entry, all))</li>

    """
  }

  private func numbers(_ entry: Suggestions.Entry) -> String {
    let bar = BarHTML.bar(
      entry.probability, low: entry.low, high: entry.high, expected: entry.baseRate)
    return """
      \(bar)<div class="pc">\(percent(entry.probability)) %<span>\
      \(Format.decimal(entry.low * 100, 0))–\(Format.decimal(entry.high * 100, 0))</span></div>\
      <div class="x">\(percent(entry.baseRate)) % of all</div>
      """
  }

  private func evidence(_ entry: Suggestions.Entry, _ all: Suggestions) -> String {
    let lines = entry.reports.map { report in
      """
      <li><span>\(points(report.term))</span><a href="\(place.href(report.path))">\
      \(HTMLText.escape(report.title))</a> <small>\(report.published)</small></li>
      """
    }
    let rest =
      entry.others.count == 0
      ? "" : "\(Format.count(entry.others.count, "more report")) \(points(entry.others.term)); "
    return """
      <details><summary><span class="vh">\(HTMLText.escape(entry.name)): </span>\
      \(SuggestionText.count(entry.together, of: all.reportsWithAll))</summary>\
      <div class="ev"><h3>Reports that carry it, in points of the raw \(points(entry.raw))</h3>\
      <ol class="pts">\(lines.joined())</ol>\
      <p class="note">\(rest)its share of all reports \(points(entry.baseTerm)).</p></div></details>
      """
  }

  private func tenths(_ share: Double) -> String { Format.decimal(share * 100, 1) }
  private func points(_ term: Double) -> String { Format.decimal(term * 100, 1) }
  private func percent(_ share: Double) -> String { HTMLText.escape(Format.percent(share)) }
}

/// The words of an estimate, the same on a page and in Markdown.
enum SuggestionText {
  /// Of so many observed techniques.
  static func allOfIt(_ count: Int) -> String {
    switch count {
    case 1: "it"
    case 2: "both"
    default: "all \(Format.count(count))"
    }
  }

  static func count(_ together: Int, of all: Int) -> String {
    all == 0 ? "its reports" : "\(Format.count(together)) of \(Format.count(all, "report"))"
  }
}
