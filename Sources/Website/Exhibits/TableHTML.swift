import Text
import Measures
import Pages

/// Writes tables: caption, headers with their scope, rows with their address.
///
/// What scripts sort, filter, link and open by is written for them, so that they need not guess it
/// from words:
///
/// - `data-find` of a table: what a text filter looks through, in words; without it there is none.
/// - `data-filter` of a head: a filter of the column. `choice`, of the values that its cells list,
///   parted by commas; `least`, of its numbers.
/// - `data-kind` of a head: what its cells are. `number`, with which each begins, maybe after `<`
///   or `>`; `date`, as ISO 8601 has it; `marks`, each a digit; `references`, numbers of reports.
///   Marks and references are sorted by how many there are. Without it they are text.
/// - `data-names` of a head: the table of the page of log sources that has a row for each cell.
/// - `data-value` of a cell: what it is sorted by in place of its words. Of `2 of 3` it is the
///   percentage, of what is not known nothing.
/// - `data-subs` of a row: it stands for sub-techniques too.
struct TableHTML {
  let place: PageLocation
  let markdown: MarkdownRenderer

  func html(_ table: Table, named name: String) -> String {
    var html = """
      <div class="tw" role="region" tabindex="0" aria-labelledby="\(name)-caption">\
      <table class="\(classes(table))"\(find(table))><caption id="\(name)-caption">\
      \(HTMLText.escape(table.caption))</caption>
      <thead><tr>
      """
    for (place, column) in table.columns.enumerated() {
      html +=
        "<th scope=\"col\"\(filter(column))\(kind(table, place))\(names(column))>"
        + HTMLText.escape(column.title)
        + (column.marks > 0 ? MarksHTML.head(column.marks) : "") + "</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    let isLinked = table.references <= Self.mostLinks
    for row in table.rows { write(row, isLinked: isLinked, to: &html) }
    return html + "</tbody></table></div>\n"
  }

  private func kind(_ table: Table, _ column: Int) -> String {
    switch table.rows.first?.cells[column] {
    case .marks: " data-kind=\"marks\""
    case .references: " data-kind=\"references\""
    case .date: " data-kind=\"date\""
    default: table.columns[column].isNumeric ? " data-kind=\"number\"" : ""
    }
  }

  private func names(_ column: Table.Column) -> String {
    column.names.map { " data-names=\"\($0.rawValue)\"" } ?? ""
  }

  private func find(_ table: Table) -> String {
    table.filter.map { " data-find=\"\(HTMLText.escape($0))\"" } ?? ""
  }

  private func filter(_ column: Table.Column) -> String {
    column.filter.map { " data-filter=\"\($0.rawValue)\"" } ?? ""
  }

  /// Links of references that a table bears; of more, the script makes links where the reader is.
  private static let mostLinks = 150

  /// The style, whether it is long, and which columns are numbers (`n3`), minor (`m2`) or, where there
  /// are many of them, numbers of reports (`refs r6`): told once for all cells.
  private func classes(_ table: Table) -> String {
    var classes = ["t-" + table.style]
    if table.rows.count > 60 { classes.append("cut") }
    if table.references > Self.mostLinks, let place = table.referenceColumn {
      classes += ["refs", "r\(place + 1)"]
    }
    guard table.style != "square" else { return classes.joined(separator: " ") }
    for (place, column) in table.columns.enumerated() {
      if column.isNumeric { classes.append("n\(place + 1)") }
      if column.isMinor { classes.append("m\(place + 1)") }
    }
    return classes.joined(separator: " ")
  }

  private func write(_ row: Table.Row, isLinked: Bool, to html: inout String) {
    html += "<tr\(row.id.map { " id=\"\($0)\"" } ?? "")\(row.isWithSubs ? " data-subs" : "")>"
    let head =
      row.cells.firstIndex { if case .name = $0 { true } else { false } } ?? 0
    for (place, cell) in row.cells.enumerated() {
      html += (place == head ? "<th scope=\"row\"" : "<td") + value(cell) + ">"
      write(cell, isLinked, to: &html)
      html += place == head ? "</th>" : "</td>"
    }
    html += "</tr>\n"
  }

  private func value(_ cell: Cell) -> String {
    switch cell {
    case .part(let part, let whole):
      " data-value=\"\(Format.decimal(100 * Double(part) / Double(whole), 2))\""
    case .date(nil): " data-value"
    default: ""
    }
  }

  private func write(_ cell: Cell, _ isLinked: Bool, to html: inout String) {
    switch cell {
    case .text(let text): html += HTMLText.escape(text)
    case .name(let id, let name, let path):
      html += "<a href=\"\(place.href(path))\">"
      if let id { html += "<i>\(HTMLText.escape(id))</i> " }
      html += HTMLText.escape(name) + "</a>"
    case .links(let links):
      html += links.map { "<a href=\"\(place.href($0.path))\">\(HTMLText.escape($0.text))</a>" }
        .joined(separator: " ")
    case .count(let count, let path):
      let text = Format.count(count)
      html += path.map { "<a href=\"\(place.href($0))\">\(text)</a>" } ?? text
    case .part(let part, let whole): html += Cell.words(part, of: whole)
    case .date(let date): html += Cell.words(date)
    case .share(let share, let note, let isFaint):
      let told = "\(HTMLText.escape(Format.finePercent(share))) % <i>\(HTMLText.escape(note))</i>"
      html += isFaint ? "<span class=\"faint\">\(told)</span>" : told
    case .bar(let share):
      html += "\(BarHTML.bar(share)) \(HTMLText.escape(Format.percent(share))) %"
    case .ratio(let ratio, let lower, let grade, let isSignificant, let isFamily):
      html += ratioHTML(ratio, lower, grade, isSignificant) + (isFamily ? " <i>family</i>" : "")
    case .marks(let marks):
      html += DigitStrip(marks).text(strong: ("<b>", "</b>"))
    case .standing(let standing): html += standingHTML(standing)
    case .references(let numbers, let page):
      html += numbers.map { isLinked ? "<a href=\"\(page)#r\($0)\">\($0)</a>" : "\($0)" }
        .joined(separator: " ")
    case .prose(let text): html += markdown.inlineHTML(from: text)
    case .presence(let marks): html += MarksHTML.row(marks)
    case .external(let text, let url):
      html += "<a href=\"\(HTMLText.escape(url))\" rel=\"noreferrer\">\(HTMLText.escape(text))</a>"
    case .empty: break
    }
  }

  /// The count, coloured as the grade is, at least how many times the expected, and the rest.
  private func standingHTML(_ standing: BasisCell) -> String {
    let detail = standing.detail.isEmpty ? "" : " <i>\(HTMLText.escape(standing.detail))</i>"
    return GradeHTML.marked(Format.count(standing.together), standing.grade) + detail
  }

  private func ratioHTML(
    _ ratio: Double, _ lower: Double, _ grade: Grade?, _ isSignificant: Bool
  ) -> String {
    GradeHTML.marked(Format.decimal(ratio, 2), grade)
      + " <i>\(Format.bound(lower))\(isSignificant ? "*" : "")</i>"
  }
}

extension Table {
  /// The column of the references to reports, where there is one.
  fileprivate var referenceColumn: Int? {
    rows.first?.cells.firstIndex { if case .references = $0 { true } else { false } }
  }

  /// How many references to reports its cells hold.
  fileprivate var references: Int {
    rows.reduce(0) { sum, row in
      sum
        + row.cells.reduce(0) {
          if case .references(let numbers, _) = $1 { $0 + numbers.count } else { $0 }
        }
    }
  }
}
