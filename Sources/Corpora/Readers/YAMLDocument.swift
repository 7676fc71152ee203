import Text
import Yams

/// YAML of a team's file: what it holds at the top.
struct YAMLDocument {
  /// The root of each document of the file.
  let roots: [Node]

  /// - Parameters:
  ///   - bytes: as they lie in the file; UTF-8.
  ///   - mostAliases: how many aliases there may be; aliases of aliases double what they stand for.
  /// - Throws: `ReportError` of what is no YAML, and of more aliases.
  init(_ bytes: [UInt8], mostAliases: Int = fewAliases) throws(ReportError) {
    if Self.aliasCount(bytes) > mostAliases {
      throw .unusable(
        nil, "its YAML has more than \(mostAliases) aliases (`*name`); write them out")
    }
    roots = try YAMLContent.documents(bytes)
  }

  /// The entries of a list, of several documents those of all; of a document that is no list itself.
  var entries: [Node] { roots.flatMap { $0.sequence.map(Array.init) ?? [$0] } }
}

extension YAMLDocument {
  /// So few that no value is repeated more than about a hundred times, whatever stands for what.
  static let fewAliases = 12

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

extension TextPlace {
  /// The place of a mark, whose columns are counted in characters.
  init(_ mark: Mark?) { self.init(line: mark?.line ?? 1, column: mark?.column ?? 1) }
}

extension Node {
  /// The text of a value without blanks around; `nil` of a list, a mapping, a blank and YAML's null.
  var shortText: String? {
    guard let text = scalar?.string.trimmed, !text.isEmpty, text != "null", text != "~" else {
      return nil
    }
    return text
  }
}
