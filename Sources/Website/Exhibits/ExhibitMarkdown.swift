import Measures
import Pages
import Text

/// Writes exhibits as Markdown: tables, lists, and images of the figures that have files.
struct ExhibitMarkdown {
  let location: PageLocation
  /// Whether rows get the anchors that they have on the site.
  let hasAnchors: Bool

  func write(_ exhibit: Exhibit, to text: inout ByteWriter) {
    switch exhibit {
    case .ranking(let ranking): RankingMarkdown(location: location).write(ranking, to: &text)
    case .explorer(let explorer): ExplorerMarkdown(location: location).write(explorer, to: &text)
    case .explorerPart: text.put("On the site, in a browser.\n")
    case .suggestions(let suggestions):
      ExplorerMarkdown(location: location).write(suggestions, to: &text)
    case .expectations(let expectations):
      ExpectationsMarkdown(location: location).write(expectations, to: &text)
    case .figure(let figure): text.put(text: figure.markdown(at: location))
    case .trend(let trend): write(trend, to: &text)
    case .mosaic(let mosaic): write(mosaic, to: &text)
    case .compactList(let list): write(list, to: &text)
    case .table(let table): write(table, to: &text)
    }
  }

  private func write(_ trend: Trend, to text: inout ByteWriter) {
    text.put(text: trend.title)
    text.put(": ")
    for (index, year) in trend.years.enumerated() {
      if index > 0 { text.put(", ") }
      text.integer(year.year)
      text.put(": ")
      text.integer(year.count)
      text.put(" of ")
      text.integer(year.of)
    }
    text.put("\n")
  }

  private func write(_ mosaic: Mosaic, to text: inout ByteWriter) {
    for tactic in mosaic.tactics {
      text.put("- ")
      text.link(tactic.name, location.href(tactic.path))
      text.put(", ")
      text.put(text: tactic.subtitle)
      text.put(": ")
      for (index, entry) in tactic.first.enumerated() {
        if index > 0 { text.put(", ") }
        text.link(entry.link.text, self.location.href(entry.link.path))
        text.put(" ")
        text.count(entry.count)
      }
      text.put("\n")
    }
  }

  private func write(_ list: CompactList, to text: inout ByteWriter) {
    for entry in list.entries {
      text.put("- ")
      writeAnchor(entry.id, to: &text)
      text.link(entry.id, entry.name, location.href(entry.path))
      text.put(" ")
      text.integers(entry.reports)
      text.put("\n")
    }
  }
}

extension ExhibitMarkdown {
  /// The columns that a phone shows; of reports all but their sentences, which are on the page of
  /// each.
  private func write(_ table: Table, to text: inout ByteWriter) {
    let kept = table.columns.indices.filter { index in
      guard table.style == "sayings" else { return !table.columns[index].isMinor }
      if case .sentences? = table.rows.first?.cells[index] { return false }
      return true
    }
    text.row(kept) { $1.put(text: MarkdownText.escape(table.columns[$0].title)) }
    text.put("|")
    for index in kept { text.put(table.columns[index].isNumeric ? "--:|" : "---|") }
    text.put("\n")
    for row in table.rows {
      text.row(kept) {
        if $0 == kept.first, let id = row.id { writeAnchor(id, to: &$1) }
        write(row.cells[$0], to: &$1)
      }
    }
  }

  /// Ids are of letters, digits, points and hyphens.
  private func writeAnchor(_ id: String, to text: inout ByteWriter) {
    guard hasAnchors else { return }
    text.put("<a name=\"")
    text.put(text: id)
    text.put("\"></a>")
  }

  private func write(_ cell: Cell, to text: inout ByteWriter) {
    switch cell {
    case .text(let words): text.put(text: MarkdownText.escape(words))
    case .name(let id, let name, let path):
      text.link((id.map { $0 + " " } ?? "") + name, location.href(path))
    case .links(let links):
      for (number, link) in links.enumerated() {
        if number > 0 { text.put(", ") }
        text.link(link.text, location.href(link.path))
      }
    case .count(let count, let path, let grade):
      text.marked(Self.mark(of: grade)) { write(count, path, to: &$0) }
    case .part(let part, let whole): text.put(text: Cell.words(part, of: whole))
    case .date(let date): text.put(text: Cell.words(date))
    case .share(let share, let note, _):
      text.finePercent(share)
      text.put(text: " % (\(note))")
    case .bar(let share):
      text.percent(share)
      text.put(" %")
    case .ratio(let ratio, let grade, let isFamily):
      text.marked(Self.mark(of: grade)) { $0.decimal(ratio, 2) }
      if isFamily { text.put(" family") }
    case .bound(let lower, let grade, let isSignificant):
      text.marked(Self.mark(of: grade)) { $0.put(text: Format.bound(lower)) }
      if isSignificant { text.put("\\*") }
    case .marks(let marks): DigitStrip(marks).write(strong: ("**", "**"), to: &text)
    case .basis(let basis): write(basis, to: &text)
    case .references(let numbers, _): text.integers(numbers)
    case .reports(let reports):
      text.put(text: MarkdownText.escape(reports.map(\.label).joined(separator: ", ")))
    case .prose(let words): text.put(text: TableCell.text(words))
    case .sentences(let sentences): write(sentences, to: &text)
    case .presence(let marks): write(marks, to: &text)
    case .external(let words, let url): text.link(words, url)
    case .coverage(let state): text.put(text: "\(state.sign) \(state.words)")
    case .origin(let words, _): text.put(text: MarkdownText.escape(words))
    case .empty: break
    }
  }

  private func write(_ sentences: [CitedSentence], to text: inout ByteWriter) {
    for (index, sentence) in sentences.enumerated() {
      if index > 0 { text.put(" ") }
      text.put(text: TableCell.text(sentence.text))
      guard let citing = sentence.citing else { continue }
      text.put(" (")
      if let path = sentence.path {
        text.link(citing, location.href(path))
      } else {
        text.put(text: citing)
      }
      text.put(")")
    }
  }

  private static func mark(of grade: Grade?) -> StaticString {
    switch grade {
    case .firm: "**"
    case .possible: "*"
    default: ""
    }
  }

  private func write(_ count: Int, _ path: String?, to text: inout ByteWriter) {
    guard let path else { return text.count(count) }
    text.put("[")
    text.count(count)
    text.put("](")
    text.put(text: location.href(path))
    text.put(")")
  }

  private func write(_ basis: BasisCell, to text: inout ByteWriter) {
    text.marked(basis.grade == .firm ? "**" : "") { $0.count(basis.together) }
    if basis.grade == .possible { text.put(" (possible)") }
    guard !basis.detail.isEmpty else { return }
    text.put(" (")
    text.put(text: MarkdownText.escape(basis.detail))
    text.put(")")
  }

  private func write(_ marks: [Bool], to text: inout ByteWriter) {
    for (index, mark) in marks.enumerated() {
      if index > 0 { text.put(" ") }
      mark ? text.integer(index + 1) : text.put("·")
    }
  }
}

extension ByteWriter {
  /// A link of Markdown.
  mutating func link(_ text: String, _ href: String) { put(text: MarkdownText.link(text, href)) }

  /// A link of an id and a name.
  mutating func link(_ id: String, _ name: String, _ href: String) {
    link("\(id) \(name)", href)
  }

  /// A range of whole percent, `8–15`.
  mutating func range(_ low: Double, _ high: Double) {
    decimal(low * 100, 0)
    put("–")
    decimal(high * 100, 0)
  }

  /// Numbers separated by spaces.
  fileprivate mutating func integers(_ numbers: [Int]) {
    for (index, number) in numbers.enumerated() {
      if index > 0 { put(" ") }
      integer(number)
    }
  }

  /// A row of a table.
  fileprivate mutating func row(_ columns: [Int], _ write: (Int, inout ByteWriter) -> Void) {
    put("| ")
    for (index, column) in columns.enumerated() {
      if index > 0 { put(" | ") }
      write(column, &self)
    }
    put(" |\n")
  }

  fileprivate mutating func marked(_ mark: StaticString, _ write: (inout ByteWriter) -> Void) {
    put(mark)
    write(&self)
    put(mark)
  }
}
