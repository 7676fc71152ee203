import Text

/// Reads the reports of one format; a format is one type.
protocol ReportReader {
  static var format: ReportFormat { get }

  /// Whether some content is of this format, by what it holds.
  static func recognises(_ content: ReportContent) -> Bool

  /// What content of this format has in any case, in words: `an object with \`techniques\``.
  static var mark: String { get }

  /// Reads all reports.
  ///
  /// - Throws: `ReportError` where the content is not what the format asks for.
  static func read(_ content: ReportContent) throws(ReportError) -> ReportFile
}

/// The content of a file, told apart as far as all readers need it.
struct ReportContent {
  /// The name of the file without its ending.
  let name: String
  let lines: LineIndex
  let body: Body

  enum Body {
    case json(JSONDocument)
    case table(CSVRows)
  }

  /// The document; `nil` of a table.
  var document: JSONDocument? { if case .json(let document) = body { document } else { nil } }

  var table: CSVRows? { if case .table(let rows) = body { rows } else { nil } }

  /// The place of a value of the document.
  func place(of value: JSONValue) -> TextPlace {
    lines.place(of: document?.offset(of: value) ?? 0)
  }
}

extension ReportFile {
  /// All readers, in the order in which they are asked.
  private static var readers: [any ReportReader.Type] {
    [
      FlowReader.self, MISPReader.self, StixReportReader.self, TIEReader.self, LayerReader.self,
      VectrReader.self, OpenCTITableReader.self, TableReader.self,
    ]
  }

  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: as they lie in the file; UTF-8.
  ///   - name: of the file, without its folder and its ending.
  ///   - format: the format; `nil` if the content is to tell it.
  /// - Throws: `ReportError`.
  package init(
    _ bytes: [UInt8], name: String, as format: ReportFormat? = nil
  ) throws(ReportError) {
    if let foreign = ForeignContent(bytes) { throw .foreign(foreign) }
    let text = bytes.withoutMark.drop { $0.isBlank || $0 == .newline || $0 == UInt8(ascii: "\r") }
    guard let first = text.first else { throw .empty }
    let lines = LineIndex(bytes)
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      if let flaw = TextError(in: bytes) { throw .brokenText(flaw) }
      self = try Self.read(
        ReportContent(name: name, lines: lines, body: .table(CSVRows(bytes))), format)
      return
    }
    let read = JSONDocument.reading(bytes) { document in
      Result { () throws(ReportError) in
        try Self.read(ReportContent(name: name, lines: lines, body: .json(document)), format)
      }
    }
    guard let read else {
      throw TextError(in: bytes).map(ReportError.brokenText)
        ?? JSONError(in: bytes).map(ReportError.brokenJSON) ?? .unknownFormat(found: "no JSON")
    }
    self = try read.get()
  }

  private static func read(
    _ content: ReportContent, _ format: ReportFormat?
  ) throws(ReportError) -> ReportFile {
    for reader in readers where format == nil || reader.format == format {
      if reader.recognises(content) { return try reader.read(content) }
      guard let format else { continue }
      throw .otherFormat(wanted: format, expected: reader.mark, found: content.description)
    }
    throw .unknownFormat(found: content.description)
  }
}

extension ReportContent {
  /// What it is, for a message.
  var description: String {
    switch body {
    case .table(var rows):
      let header = rows.next()?.cells.prefix(6).map(\.text) ?? []
      return "a table whose first row is \(Self.quoted(header))"
    case .json(let document):
      guard let members = document.root.members else { return "a JSON array" }
      return
        "a JSON object with the keys \(Self.quoted(members.all.prefix(6).compactMap(\.key.text)))"
    }
  }

  private static func quoted(_ texts: [String]) -> String {
    texts.map { "`\(TextCleaner.clean(String($0.prefix(40))))`" }.joined(separator: ", ")
  }
}
