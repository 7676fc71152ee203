import Measures
import Pages
import Text

/// Writes tables: caption, headers with their scope, rows with their address.
///
/// What scripts need to sort, filter, link and open is written in attributes, so that they need not
/// guess it from words:
///
/// - `data-find` of a table: what a text filter looks through, in words; without it there is none.
/// - `data-filter` of a head: a filter of the column. `choice`, of the values that its cells list,
///   separated by commas; `least`, of its numbers.
/// - `data-kind` of a head: what its cells are. `number`, with which each begins, maybe after `<`
///   or `>`; `date`, as ISO 8601 has it; `marks`, each a digit; `references`, numbers of reports, or
///   links to their rows.
///   Marks and references are sorted by how many there are. Without it they are text.
/// - `data-names` of a head: the table of the page of log sources that has a row for each cell.
/// - `data-value` of a cell: what it is sorted by instead of its words. Of `2 of 3` it is the
///   percentage, of what is not known nothing.
/// - `data-subs` of a row: it includes sub-techniques.
struct TableHTML {
  let location: PageLocation
  let markdown: MarkdownRenderer

  func write(_ table: Table, named name: String, to html: inout MarkupWriter) {
    let caption = name + "-caption"
    html.open(
      "div", Attribute("class", "tw"), Attribute("role", "region"), Attribute("tabindex", 0),
      Attribute("aria-labelledby", caption))
    html.open("table", Attribute("class", classes(table)), Attribute("data-find", table.filter))
    html.element("caption", table.caption, Attribute("id", caption))
    html.put("\n<thead><tr>")
    for (index, column) in table.columns.enumerated() {
      html.open(
        "th", Attribute("scope", "col"), Attribute("data-filter", column.filter?.rawValue),
        Attribute("data-kind", kind(table, index)), Attribute("data-names", column.names?.rawValue))
      html.text(column.title)
      if column.marks > 0 { MarksHTML.writeHead(column.marks, to: &html) }
    }
    html.put("\n<tbody>\n")
    let isLinked = table.references <= Self.mostLinks
    for row in table.rows { write(row, isLinked: isLinked, to: &html) }
    html.put("</table></div>\n")
  }

  private func kind(_ table: Table, _ column: Int) -> String? {
    switch table.rows.first?.cells[column] {
    case .marks: "marks"
    case .references, .reports: "references"
    case .date: "date"
    default: table.columns[column].isNumeric ? "number" : nil
    }
  }

  /// The most links of references in a table; beyond, the script makes them where the reader is.
  private static let mostLinks = 150

  /// The style, whether it is long, and which columns are numbers (`n3`), minor (`m2`) or, where there
  /// are many of them, numbers of reports (`refs r6`): written once for all cells.
  private func classes(_ table: Table) -> String {
    var classes = ["t-" + table.style]
    if table.rows.count > 60 { classes.append("cut") }
    if table.references > Self.mostLinks, let column = table.referenceColumn {
      classes += ["refs", "r\(column + 1)"]
    }
    guard table.style != "square" else { return classes.joined(separator: " ") }
    for (index, column) in table.columns.enumerated() {
      if column.isNumeric { classes.append("n\(index + 1)") }
      if column.isMinor { classes.append("m\(index + 1)") }
    }
    return classes.joined(separator: " ")
  }

  private func write(_ row: Table.Row, isLinked: Bool, to html: inout MarkupWriter) {
    html.open("tr", Attribute("id", row.id), Flag("data-subs", row.isWithSubs))
    let head = row.cells.firstIndex { if case .name = $0 { true } else { false } } ?? 0
    for (index, cell) in row.cells.enumerated() {
      html.put(index == head ? "<th scope=row" : "<td")
      writeValue(of: cell, to: &html)
      html.put(">")
      write(cell, isLinked, to: &html)
    }
    html.put("\n")
  }
}

extension TableHTML {
  /// What a cell is sorted by, if not by its words.
  private func writeValue(of cell: Cell, to html: inout MarkupWriter) {
    switch cell {
    case .part(let part, let whole):
      html.put(" data-value=")
      html.decimal(100 * Double(part) / Double(whole), 2)
    case .date(nil): html.put(" data-value")
    default: break
    }
  }

  private func write(_ cell: Cell, _ isLinked: Bool, to html: inout MarkupWriter) {
    switch cell {
    case .text(let text): html.text(text)
    case .name(let id, let name, let path): html.link(id, name, location.href(path))
    case .links(let links): write(links, to: &html)
    case .count(let count, let path, let grade):
      html.graded(grade) { write(count, path, to: &$0) }
    case .part(let part, let whole): html.text(Cell.words(part, of: whole))
    case .date(let date): html.text(Cell.words(date))
    case .share(let share, let note, let isFaint):
      if isFaint { html.put("<span class=faint>") }
      html.text(Format.finePercent(share))
      html.put(" % ")
      html.element("i", note)
      if isFaint { html.put("</span>") }
    case .bar(let share):
      BarHTML.write(share, to: &html)
      html.put(" ")
      html.percent(share)
    case .ratio(let ratio, let grade, let isFamily):
      html.graded(grade) { $0.decimal(ratio, 2) }
      if isFamily { html.put(" <i>family</i>") }
    case .bound(let lower, let grade, let isSignificant):
      html.graded(grade) { $0.text(Format.bound(lower)) }
      if isSignificant { html.put("*") }
    case .marks(let marks):
      html.withBytes { DigitStrip(marks).write(strong: ("<b>", "</b>"), to: &$0) }
    case .basis(let basis): write(basis, to: &html)
    case .references(let numbers, let page): write(numbers, page, isLinked, to: &html)
    case .reports(let reports): write(reports, to: &html)
    case .prose(let text): markdown.writeInline(text, to: &html)
    case .sentences(let sentences): write(sentences, to: &html)
    case .presence(let marks): MarksHTML.write(marks, to: &html)
    case .external(let text, let url):
      html.element("a", text, Attribute("href", url), Attribute("rel", "noreferrer"))
    case .origin(let words, let isMarked):
      if isMarked {
        html.whose(words)
      } else {
        html.text(words)
      }
    case .coverage(let state): html.covered(state)
    case .empty: break
    }
  }

  private func write(_ links: [Link], to html: inout MarkupWriter) {
    for (number, link) in links.enumerated() {
      if number > 0 { html.put(", ") }
      html.link(link.text, location.href(link.path))
    }
  }

  private func write(_ count: Int, _ path: String?, to html: inout MarkupWriter) {
    guard let path else { return html.count(count) }
    html.open("a", Attribute("href", location.href(path)))
    html.count(count)
    html.close("a")
  }

  /// The count, coloured as the grade is, at least how many times the expected, and the rest.
  private func write(_ basis: BasisCell, to html: inout MarkupWriter) {
    html.graded(basis.grade) { $0.count(basis.together) }
    guard !basis.detail.isEmpty else { return }
    html.put(" ")
    html.element("i", basis.detail)
  }

  private func write(_ reports: [NumberedReport], to html: inout MarkupWriter) {
    for (index, report) in reports.enumerated() {
      if index > 0 { html.put(" ") }
      let address = RowAddress(page: "", number: report.number)
      html.element("a", report.label, Attribute("href", address))
    }
  }

  /// Each with how many others it cites, which leads to them.
  private func write(_ sentences: [CitedSentence], to html: inout MarkupWriter) {
    for (index, sentence) in sentences.enumerated() {
      if index > 0 { html.put(" ") }
      markdown.writeInline(sentence.text, to: &html)
      guard let citing = sentence.citing else { continue }
      html.put(" ")
      if let path = sentence.path {
        html.link(citing, location.href(path))
      } else {
        html.text(citing)
      }
    }
  }

  private func write(
    _ numbers: [Int], _ page: String, _ isLinked: Bool, to html: inout MarkupWriter
  ) {
    for (index, number) in numbers.enumerated() {
      if index > 0 { html.put(" ") }
      if isLinked { html.open("a", Attribute("href", RowAddress(page: page, number: number))) }
      html.integer(number)
      if isLinked { html.close("a") }
    }
  }
}

/// The address of a report's row on a page, `T1047.html#r12`.
private struct RowAddress: AttributeValue {
  let page: String
  let number: Int

  var isPlain: Bool { page.isEmpty || page.isPlain }

  func write(to bytes: inout ByteWriter) {
    bytes.put(text: page)
    bytes.put("#r")
    bytes.integer(number)
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
