import Text
import Yams

/// The YAML of a team's file, as nodes.
enum YAMLContent {
  /// The only document of a file; `nil` where it holds none.
  ///
  /// - Throws: `ReportError`.
  static func document(_ bytes: [UInt8]) throws(ReportError) -> Node? {
    let all = try documents(bytes)
    guard all.count > 1 else { return all.first }
    throw .unusable(all[1].place, "expected one document, found \(all.count)")
  }

  /// All documents of a file.
  ///
  /// - Throws: `ReportError`.
  static func documents(_ bytes: [UInt8]) throws(ReportError) -> [Node] {
    if let foreign = ForeignContent(bytes) { throw .foreign(foreign) }
    guard let text = String(validating: bytes.withoutMark, as: UTF8.self) else {
      throw TextError(in: bytes, hasEscapes: false).map(ReportError.brokenText) ?? .empty
    }
    try checkAliases(bytes)
    guard text.utf8.contains(where: { !$0.isBlank && $0 != .newline && $0 != 0x0D }) else {
      throw .empty
    }
    let nodes = try nodes(of: text)
    var left = mostValues
    guard nodes.allSatisfy({ $0.fits(in: &left, levels: mostLevels) }) else {
      throw .unusable(
        nil,
        """
        expected at most \(Format.count(mostValues)) values in \(Format.count(mostLevels)) levels, \
        with all aliases
        """)
    }
    return nodes
  }

  private static func nodes(of text: String) throws(ReportError) -> [Node] {
    do {
      let parser = try Yams.Parser(yaml: text)
      var nodes: [Node] = []
      while let node = try parser.nextRoot() { nodes.append(node) }
      return nodes
    } catch let error as YamlError {
      throw ReportError(error)
    } catch {
      throw .unusable(nil, "no YAML")
    }
  }

  /// Aliases can make a short file endless.
  private static let mostValues = 500_000
  /// And deep: without them the parser stops there.
  private static let mostLevels = 1000
}

extension YAMLContent {
  /// So few that no value is repeated more than about a hundred times, whatever stands for what: aliases
  /// of aliases double what they stand for.
  private static let mostAliases = 12

  private static func checkAliases(_ bytes: [UInt8]) throws(ReportError) {
    guard aliasCount(bytes) > mostAliases else { return }
    throw .unusable(
      nil, "its YAML has more than \(mostAliases) aliases (`*name`); write them out")
  }

  /// How many words `*name` there are whose `&name` is there too.
  private static func aliasCount(_ bytes: [UInt8]) -> Int {
    let anchors = Set(words(behind: UInt8(ascii: "&"), in: bytes))
    guard !anchors.isEmpty else { return 0 }
    return words(behind: UInt8(ascii: "*"), in: bytes).count(where: anchors.contains)
  }

  /// The words that follow a sign, wherever it stands.
  private static func words(behind sign: UInt8, in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let isOfName = { (byte: UInt8) in
      byte.isLetterOrDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    return bytes.indices.filter { bytes[$0] == sign }.map { sign in
      bytes[(sign + 1)...].prefix(while: isOfName)
    }
    .filter { !$0.isEmpty }
  }
}

extension ReportError {
  fileprivate init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self = .unusable(TextPlace(mark), "no YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "`\(Node.line($0))`" }
      self = .unusable(TextPlace(context.mark), "the key \(Format.list(names)) stands twice")
    default: self = .unusable(nil, "no YAML")
    }
  }
}

extension TextPlace {
  /// The place of a mark, whose columns are counted in characters.
  init(_ mark: Mark?) { self.init(line: mark?.line ?? 1, column: mark?.column ?? 1) }
}

extension Node {
  var place: TextPlace { TextPlace(mark) }

  /// Whether it has at most so many values in it, which are taken off, in at most so many levels.
  fileprivate func fits(in left: inout Int, levels: Int) -> Bool {
    left -= 1
    guard left >= 0, levels > 0 else { return false }
    switch self {
    case .scalar, .alias: return true
    case .sequence(let nodes): return nodes.allSatisfy { $0.fits(in: &left, levels: levels - 1) }
    case .mapping(let pairs):
      return pairs.allSatisfy {
        $0.key.fits(in: &left, levels: levels - 1) && $0.value.fits(in: &left, levels: levels - 1)
      }
    }
  }

  /// The text of a scalar, whatever kind of value it may stand for; `nil` of an empty one.
  var text: String? {
    guard case .scalar(let scalar) = self else { return nil }
    let text = scalar.string.trimmed
    return text.isEmpty ? nil : text
  }

  /// The same, but `nil` of YAML's null too.
  var shortText: String? { text.flatMap { $0 == "null" || $0 == "~" ? nil : $0 } }

  /// A text as one clean line that is no longer than a name.
  static func line(_ text: String) -> String { TextCleaner.name(TextCleaner.line(text)) }

  /// The text of a scalar as such a line.
  var line: String? { text.map(Self.line).flatMap { $0.isEmpty ? nil : $0 } }

  /// The same, but `nil` of YAML's null too.
  var shortLine: String? { shortText.flatMap { _ in line } }

  /// The elements of a list; of anything else, it alone.
  var elements: [Node] { sequence.map(Array.init) ?? [self] }
}
