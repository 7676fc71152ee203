package import Attack
package import Text
import Yams

/// What a file says a team can detect: Navigator layers, or DeTT&CT's own YAML.
package struct CoverageFile: Sendable {
  /// Of the layer; the file's own name where it has none.
  package let name: String
  /// The first number of the ATT&CK release that it was made for, `18`; `nil` if it does not say.
  package let attack: String?
  /// Of the layer; `nil` if it does not say.
  package let domain: Domain?
  package let entries: [Entry]

  /// A technique, and its score.
  package struct Entry: Equatable, Sendable {
    /// As it is written.
    package let text: String
    /// The highest; `nil` where it has none, or is disabled.
    package let score: Double?
    package let place: TextPlace
  }

  /// Reads the bytes of a file; `name` is that of the file without its ending.
  ///
  /// - Throws: `ReportError`.
  package static func all(_ bytes: [UInt8], name: String) throws(ReportError) -> [CoverageFile] {
    if let foreign = ForeignContent(bytes) { throw .foreign(foreign) }
    let text = bytes.withoutMark.drop { $0.isBlank || $0 == .newline || $0 == UInt8(ascii: "\r") }
    guard let first = text.first else { throw .empty }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return [try ofDettect(bytes, name: name)]
    }
    let lines = LineIndex(bytes)
    let layers = JSONDocument.reading(bytes) { document in
      LayerReader.layers(of: document.root)?.map { layer in
        CoverageFile(layer, name: name, document, lines)
      }
    }
    guard let layers else {
      throw TextError(in: bytes).map(ReportError.brokenText)
        ?? JSONError(in: bytes).map(ReportError.brokenJSON) ?? .unknownFormat(found: "no JSON")
    }
    guard let layers else { throw .unusable(nil, "expected a Navigator layer, or DeTT&CT’s YAML") }
    return layers
  }
}

extension CoverageFile {
  private init(_ layer: JSONValue, name: String, _ document: JSONDocument, _ lines: LineIndex) {
    let title = layer.cleanText("name")?.trimmed ?? ""
    self.name = title.isEmpty || title == "layer" ? name : title
    let version = layer["versions"]?["attack"]
    attack = (version?.text ?? version?.integer.map(String.init))?
      .split(separator: ".").first.map(String.init)
    domain = layer.cleanText("domain").map(Self.domain)
    entries = LayerEntry.all(of: layer).compactMap { entry in
      guard let id = entry.id else { return nil }
      return Entry(
        text: id, score: entry.isEnabled ? entry.score : nil,
        place: lines.place(of: document.offset(of: entry.value)))
    }
  }
}

extension CoverageFile {
  /// `techniques[].technique_id`, and of each `detection` the newest score of its logbook.
  private static func ofDettect(
    _ bytes: [UInt8], name: String
  ) throws(ReportError) -> CoverageFile {
    guard let root = try YAMLContent.document(bytes), let techniques = root["techniques"]?.sequence
    else {
      throw .unusable(
        nil, "expected a Navigator layer, or DeTT&CT’s YAML with `techniques` and their `detection`"
      )
    }
    let entries = techniques.prefix(mostTechniques).compactMap { technique -> Entry? in
      guard let id = technique["technique_id"]?.string else { return nil }
      let all = technique["detection"]?.elements ?? []
      return Entry(
        text: id, score: all.compactMap(newestScore).max(), place: technique.place)
    }
    return CoverageFile(
      name: TextCleaner.name(TextCleaner.clean(root["name"]?.string ?? name)), attack: nil,
      domain: (root["domain"]?.string).map(Self.domain),
      entries: entries)
  }

  /// Older layers call `enterprise-attack` `mitre-enterprise`.
  private static func domain(_ name: String) -> Domain {
    let start = "mitre-"
    return Domain(
      name: name.hasPrefix(start) ? name.dropFirst(start.count) + "-attack" : name)
  }

  /// The score of the newest entry of a logbook, of equal dates the last.
  private static func newestScore(_ detection: Node) -> Double? {
    let book = detection["score_logbook"]?.sequence ?? []
    let scores = book.prefix(mostTechniques).compactMap { entry -> (String, Double)? in
      guard let score = entry["score"]?.float else { return nil }
      return (entry["date"]?.string ?? "", score)
    }
    return scores.enumerated().max { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }?
      .element.1 ?? detection["score"]?.float
  }

  /// More than any matrix has; aliases of YAML can make a short file endless.
  private static let mostTechniques = 20_000
}
