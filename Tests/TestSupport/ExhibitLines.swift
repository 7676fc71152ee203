import Corpora
import Pages
import Text

/// An exhibit in short: its words and its numbers, not its looks.
enum ExhibitLines {
  static func lines(of exhibit: Exhibit) -> [String] {
    switch exhibit {
    case .table(let table): lines(of: table)
    case .figure(let figure):
      ["figure: \(figure.title)", "legend: \(figure.legend.title)"]
        + [figure.file.map { "file: \($0)" }].compactMap(\.self)
    case .ranking(let ranking): lines(of: ranking)
    case .trend(let trend):
      [trend.title] + trend.years.map { "\($0.year): \($0.count) of \($0.of)" }
    case .mosaic(let mosaic):
      [mosaic.legend.title]
        + mosaic.tactics.map { "\($0.name) (\($0.path)), \($0.subtitle): \($0.levels)" }
    case .compactList(let list):
      list.entries.map { "\($0.id) \($0.name) (\($0.path)): \($0.reports)" }
    case .explorer(let explorer):
      [
        "observed: " + explorer.observed.map(\.id).joined(separator: ", "),
        "tactics: " + explorer.tactics.joined(separator: ", "),
        "platforms: " + explorer.platforms.joined(separator: ", "),
      ]
    case .explorerPart(let part): ["part: \(part)"]
    case .suggestions(let suggestions):
      ["given: \(suggestions.command)"]
        + suggestions.entries.map { "\($0.id) \($0.name): \(decimal($0.probability))" }
    case .expectations(let expectations): expectations.entries.map(line)
    }
  }

  private static func text(_ report: ReportReference) -> String {
    "\(report.title) (\(report.path)), \(report.details)"
  }

  static func text(_ link: Link) -> String { "\(link.text) (\(link.path))" }

  private static func decimal(_ value: Double) -> String { Format.decimal(value, 2) }

  private static func lines(of ranking: Ranking) -> [String] {
    ["partners of \(ranking.technique), all in \(ranking.allPath)"]
      + ranking.entries.map(line)
      + ranking.common.map { "common: " + line($0) } + ranking.others.map { "often: " + line($0) }
  }

  private static func line(_ entry: Ranking.Entry) -> String {
    let evidence = entry.evidence.map { "\($0.title) by \($0.actors.joined(separator: ", "))" }
    return "\(entry.id) \(entry.name) (\(entry.path)): \(entry.together) of \(entry.base), "
      + "\(decimal(entry.ratio))" + (entry.grade.map { ", \($0)" } ?? "") + "; "
      + (entry.often.map { "no. \($0) by count; " } ?? "") + (entry.channel.map { "\($0); " } ?? "")
      + evidence.joined(separator: "; ")
  }

  private static func line(_ entry: Expectations.Entry) -> String {
    let reports = entry.reports.map(text)
    let shows = (entry.components + [entry.channel].compactMap(\.self)).joined(separator: ", ")
    return "\(entry.id) \(entry.name) (\(entry.path)): \(decimal(entry.chance)), usual "
      + "\(decimal(entry.usual)), \(decimal(entry.times)) times; "
      + (entry.notes + [shows] + reports).joined(separator: "; ")
  }

  private static func lines(of table: Table) -> [String] {
    [
      "table \(table.style): \(table.caption)",
      table.columns.map(\.title).joined(separator: " | "),
    ]
      + table.rows.map { row in
        (row.id.map { "#\($0) " } ?? "") + row.cells.map(text).joined(separator: " | ")
      }
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let text), .prose(let text): text
    case .name(let id, let name, let path): "\(id.map { $0 + " " } ?? "")\(name) (\(path))"
    case .links(let links): links.map(text).joined(separator: ", ")
    case .part(let part, let whole): Cell.words(part, of: whole)
    case .date(let date): Cell.words(date)
    case .count(let count, let path, let grade):
      "\(count)" + (path.map { " (\($0))" } ?? "") + (grade.map { ", \($0)" } ?? "")
    case .share(let share, let note, _): "\(decimal(share)) \(note)"
    case .bar(let share): decimal(share)
    case .ratio(let ratio, let grade, let isFamily):
      decimal(ratio) + (grade.map { ", \($0)" } ?? "") + (isFamily ? ", family" : "")
    case .bound(let lower, let grade, _):
      "at least \(decimal(lower))" + (grade.map { ", \($0)" } ?? "")
    case .marks(let marks): marks.map { "\($0)" }.joined(separator: " ")
    case .basis(let basis):
      "\(basis.together), \(basis.detail)" + (basis.grade.map { ", \($0)" } ?? "")
    case .references(let numbers, _): numbers.map(String.init).joined(separator: " ")
    case .reports(let reports):
      reports.map { "\($0.label) (#r\($0.number))" }.joined(separator: ", ")
    case .sentences(let sentences):
      sentences.map { "\($0.text) +\($0.others) (\($0.path ?? "nowhere"))" }
        .joined(separator: " ")
    case .presence(let marks): marks.map { $0 ? "x" : "·" }.joined()
    case .external(let text, let url): "\(text) (\(url))"
    case .origin(let words, let isMarked): words + (isMarked ? ", marked" : "")
    case .coverage(let state): state.rawValue
    case .empty: "–"
    }
  }
}
