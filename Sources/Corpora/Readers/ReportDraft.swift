package import Text

/// A report as a file has it, before its techniques are looked up.
package struct ReportDraft: Sendable {
  /// A line without what must not be shown; empty where the file has none.
  package private(set) var title = ""
  package var date: PartialDate?
  /// Whether the date is when the report was added, since the file has no other.
  package var isDateOfAdding = false
  package var tlp: TLP?
  /// Where it says that the report can be read, each once, in its order.
  package private(set) var addresses: [String] = []
  private var knownAddresses: Set<String> = []
  /// The id that the file's own format gives it, the same in all formats that can hold the report.
  package var ownID: String?
  /// The id as `check` shows it, such as `report--…`.
  package var shownID: String?
  package var mentions: [TechniqueMention] = []
  /// How often it was run, where it is an exercise.
  package var runs = 1
  /// In which order its actions were; `nil` if the file does not say.
  package var order: OrderDraft?
  /// Of what kind of source a collection of reports says that it is: `attack flow`.
  package var kind: String?
  package let place: TextPlace

  package init(at place: TextPlace) { self.place = place }
}

extension ReportDraft {
  /// Takes a title as a file writes it; one that is empty changes nothing.
  mutating func take(title text: String?) {
    let line = TextCleaner.line(text ?? "")
    let isVisible = line.unicodeScalars.contains {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .format
    }
    if isVisible { title = TextCleaner.name(line) }
  }

  /// Takes the id that the file's own format gives the report, if there is one.
  mutating func take(id text: String?) {
    let id = TextCleaner.line(text ?? "", limit: 80)
    guard !id.isEmpty else { return }
    shownID = id
    ownID = id.lowercased()
  }

  /// Takes an address, if there is one and it is not known.
  mutating func take(address: String?) {
    guard let address = address?.trimmed, !address.isEmpty,
      knownAddresses.insert(address).inserted
    else { return }
    addresses.append(address)
  }

  /// Takes a date where it is earlier than the one that the report has.
  mutating func takeEarlier(_ other: PartialDate?) {
    guard let other else { return }
    date = date.map { min($0, other) } ?? other
  }

  /// Takes an action of its order, which names what `mention` adds.
  mutating func action(_ mention: (inout ReportDraft) -> Void) -> OrderDraft.Action {
    let first = mentions.count
    mention(&self)
    return OrderDraft.Action(mentions: Array(first..<mentions.count))
  }

  /// Adds what a text of a document names.
  mutating func mention(_ value: JSONValue, _ content: ReportContent) {
    guard let text = value.text, !text.isBlank else { return }
    mentions.append(TechniqueMention(.text(text), at: content.place(of: value)))
  }

  /// Adds what a cell of a table names.
  mutating func mention(_ cell: CSVRows.Cell, of row: CSVRows.Row) {
    let place = TextPlace(line: row.line, column: cell.column)
    mentions.append(TechniqueMention(.text(cell.text), at: place))
  }
}
