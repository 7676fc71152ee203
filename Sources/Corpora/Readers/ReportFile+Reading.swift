import Text

extension ReportFile {
  /// All readers, in the order in which they are asked.
  private static var readers: [any ReportReader.Type] {
    [
      FlowReader.self, MISPReader.self, StixReportReader.self, TIEReader.self, LayerReader.self,
      AttireReader.self, ScytheReader.self, PlanReader.self, CalderaReader.self, SetReader.self,
      VectrReader.self,
      OpenCTITableReader.self, TableReader.self,
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
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      self = try Self.readJSON(bytes, name, format)
    } else {
      if let flaw = TextError(in: bytes, hasEscapes: false) { throw .brokenText(flaw) }
      self = try Self.readText(bytes, name, format)
    }
  }

  /// Reads a table, or YAML, which is told by a key that one of its formats must have.
  private static func readText(
    _ bytes: [UInt8], _ name: String, _ format: ReportFormat?
  ) throws(ReportError) -> ReportFile {
    let table = ReportContent(CSVRows(bytes), name: name)
    let isTable = readers.contains { $0.recognises(table) }
    let text = String(decoding: bytes, as: UTF8.self)
    guard !isTable, [PlanReader.key, CalderaReader.key].contains(where: text.containsBytes)
    else { return try read(table, format) }
    return try read(ReportContent(YAMLContent.documents(bytes), name: name), format)
  }

  private static func readJSON(
    _ bytes: [UInt8], _ name: String, _ format: ReportFormat?
  ) throws(ReportError) -> ReportFile {
    let read = JSONDocument.reading(bytes) { document in
      Result { () throws(ReportError) in
        try Self.read(ReportContent(document, LineIndex(bytes), name: name), format)
      }
    }
    guard let read else {
      throw TextError(in: bytes).map(ReportError.brokenText)
        ?? JSONError(in: bytes).map(ReportError.brokenJSON) ?? .unknownFormat(found: "no JSON")
    }
    return try read.get()
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
