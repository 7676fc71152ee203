import Text
import Yams

/// The content of a file, told apart as far as all readers need it.
struct ReportContent {
  /// The name of the file without its ending, fit to be shown.
  let name: String
  private let body: Body
  /// Of a document that is an object; `nil` of all else.
  let members: JSONMembers?
  /// The elements of a bare array, or of `objects` in an object; none of all else.
  let objects: [JSONValue]

  private enum Body {
    case json(JSONDocument, LineIndex)
    case table(CSVRows)
    /// The root of each document.
    case yaml([Node])
  }

  init(_ document: JSONDocument, _ lines: LineIndex, name: String) {
    self.name = TextCleaner.line(name)
    body = .json(document, lines)
    members = document.root.members
    objects = document.root.elements ?? members?["objects"]?.elements ?? []
  }

  init(_ rows: CSVRows, name: String) {
    self.name = TextCleaner.line(name)
    body = .table(rows)
    members = nil
    objects = []
  }

  init(_ roots: [Node], name: String) {
    self.name = TextCleaner.line(name)
    body = .yaml(roots)
    members = nil
    objects = []
  }

  /// The document of JSON; `nil` of all else.
  var document: JSONDocument? { if case .json(let document, _) = body { document } else { nil } }

  var table: CSVRows? { if case .table(let rows) = body { rows } else { nil } }

  /// The entries of YAML's list, of several documents those of all, or what it is if it is none; none of all else.
  var yamlEntries: [Node] {
    if case .yaml(let roots) = body { roots.flatMap(\.elements) } else { [] }
  }

  /// The elements of a document that is an array, or the document itself, if it is none.
  var entries: [JSONValue] {
    guard let root = document?.root else { return [] }
    return root.kind == .array ? objects : [root]
  }

  /// The place of a value of the document.
  func place(of value: JSONValue) -> TextPlace {
    guard case .json(let document, let lines) = body else { return TextPlace(line: 1, column: 1) }
    return lines.place(of: document.offset(of: value))
  }
}

extension ReportContent: CustomStringConvertible {
  /// What it is, for a message.
  var description: String {
    if var rows = table {
      let header = rows.next()?.cells.prefix(6).map(\.text) ?? []
      let what = header.count > 1 ? "a table whose first row is" : "text that begins with"
      return "\(what) \(Self.quoted(header))"
    }
    if case .yaml = body {
      let keys = yamlEntries.first?.mapping?.keys.prefix(6).compactMap(\.shortText) ?? []
      return keys.isEmpty ? "YAML" : "YAML with the keys \(Self.quoted(keys))"
    }
    guard let members else { return "a JSON array" }
    return
      "a JSON object with the keys \(Self.quoted(members.all.prefix(6).compactMap(\.key.text)))"
  }

  private static func quoted(_ texts: [String]) -> String {
    texts.map { "`\(TextCleaner.line($0, limit: 40))`" }.joined(separator: ", ")
  }
}
