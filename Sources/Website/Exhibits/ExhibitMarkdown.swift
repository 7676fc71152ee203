import Text
import Measures
import Pages

/// Writes exhibits as Markdown: tables, lists, and images of figures.
struct ExhibitMarkdown {
  let place: PageLocation

  func markdown(_ exhibit: Exhibit) -> String {
    switch exhibit {
    case .ranking(let ranking): text(ranking)
    case .standouts(let standouts): text(standouts)
    case .explorer(let explorer): ExplorerMarkdown(place: place).text(explorer)
    case .explorerPart: "On the site, in a browser.\n"
    case .suggestions(let suggestions): ExplorerMarkdown(place: place).text(suggestions)
    case .figure(let figure): figure.markdown(at: place)
    case .trend(let trend): text(trend)
    case .mosaic(let mosaic): text(mosaic)
    case .compactList(let list): text(list)
    case .table(let table): text(table)
    }
  }

  private func link(_ id: String, _ name: String, _ path: String) -> String {
    MarkdownText.link("\(id) \(name)", place.href(path))
  }

  private func text(_ ranking: Ranking) -> String {
    let head = """
      | | technique | share | 95 % | reports with both | times expected |
      |--:|---|--:|--:|--:|--:|

      """
    return head
      + ranking.entries.enumerated().map { rank, entry in
        let isWords = entry.support == .words
        let share = isWords ? "" : Format.percent(entry.share) + " %"
        let times =
          isWords ? "" : Format.times(entry.ratio, atLeast: entry.lower, entry.grade)
        let interval =
          isWords
          ? nil
          : entry.interval.map {
            "\(Format.decimal($0.low * 100, 0))–\(Format.decimal($0.high * 100, 0))"
          }
        return "| \(rank + 1) | \(link(entry.id, entry.name, entry.path)) | \(share) | "
          + "\(interval ?? "") | [\(entry.together) of \(entry.base)](\(place.href(entry.allPath)))"
          + " | \(times) |\n"
      }.joined()
  }

  private func text(_ standouts: Standouts) -> String {
    let head = """
      | technique | times expected | | reports with both | expected |
      |---|--:|---|--:|--:|

      """
    return head
      + standouts.entries.map { entry in
        "| \(link(entry.id, entry.name, entry.path)) | "
          + "\(Format.times(entry.ratio, atLeast: entry.lower, entry.grade)) | "
          + "\(entry.grade.rawValue) | [\(entry.together) of \(entry.base)]"
          + "(\(place.href(entry.evidencePath))) | \(Format.decimal(entry.expected, 1)) |\n"
      }.joined()
  }

  private func text(_ trend: Trend) -> String {
    let years = trend.years.map { "\($0.year): \($0.count) of \($0.of)" }.joined(separator: ", ")
    return "\(trend.title): \(years)\n"
  }

  private func text(_ mosaic: Mosaic) -> String {
    mosaic.tactics.map { tactic in
      let first = tactic.first.map { link, count in
        MarkdownText.link(link.text, place.href(link.path)) + " \(Format.count(count))"
      }
      return "- \(MarkdownText.link(tactic.name, place.href(tactic.path))), \(tactic.subtitle): "
        + first.joined(separator: ", ") + "\n"
    }.joined()
  }

  private func text(_ list: CompactList) -> String {
    list.entries.map { entry in
      "- \(link(entry.id, entry.name, entry.path)) "
        + "\(entry.reports.map(String.init).joined(separator: " "))\n"
    }.joined()
  }

  /// The columns that a phone shows; of reports all but their sentences, which stand on the page of
  /// each.
  private func text(_ table: Table) -> String {
    let kept = table.columns.indices.filter { place in
      guard table.style == "sayings" else { return !table.columns[place].isMinor }
      if case .prose? = table.rows.first?.cells[place] { return false }
      return true
    }
    let columns = kept.map { table.columns[$0] }
    var text = "| " + columns.map { MarkdownText.escape($0.title) }.joined(separator: " | ")
    text += " |\n|" + columns.map { $0.isNumeric ? "--:|" : "---|" }.joined() + "\n"
    for row in table.rows {
      text += "| " + kept.map { cell(row.cells[$0]) }.joined(separator: " | ") + " |\n"
    }
    return text
  }

  private func text(_ standing: BasisCell) -> String {
    let count = Format.count(standing.together)
    let marked = standing.grade == .firm ? "**\(count)**" : count
    return marked + (standing.grade == .possible ? " (possible)" : "")
      + (standing.detail.isEmpty ? "" : " (\(MarkdownText.escape(standing.detail)))")
  }

  private func marked(_ number: String, _ grade: Grade?) -> String {
    switch grade {
    case .firm: "**\(number)**"
    case .possible: "*\(number)*"
    default: number
    }
  }

  private func cell(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): MarkdownText.escape(text)
    case .name(let id, let name, let path):
      MarkdownText.link((id.map { $0 + " " } ?? "") + name, place.href(path))
    case .links(let links):
      links.map { MarkdownText.link($0.text, place.href($0.path)) }.joined(separator: ", ")
    case .count(let count, let path):
      path.map { "[\(Format.count(count))](\(place.href($0)))" } ?? Format.count(count)
    case .part(let part, let whole): Cell.words(part, of: whole)
    case .date(let date): Cell.words(date)
    case .share(let share, let note, _): "\(Format.finePercent(share)) % (\(note))"
    case .bar(let share): "\(Format.percent(share)) %"
    case .ratio(let ratio, let lower, let grade, let isSignificant, let isFamily):
      marked(Format.decimal(ratio, 2), grade)
        + " (\(Format.bound(lower))\(isSignificant ? "\\*" : ""))\(isFamily ? " family" : "")"
    case .marks(let marks): DigitStrip(marks).text(strong: ("**", "**"))
    case .standing(let standing): text(standing)
    case .references(let numbers, _): numbers.map(String.init).joined(separator: " ")
    case .prose(let text): TableCell.text(text)
    case .presence(let marks):
      marks.enumerated().map { $1 ? "\($0 + 1)" : "·" }.joined(separator: " ")
    case .external(let text, let url): MarkdownText.link(text, url)
    case .empty: ""
    }
  }
}
