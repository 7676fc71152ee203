import Text
import Yams

/// YAML of a team's file: what it holds at the top.
struct YAMLDocument {
  /// The root of each document of the file.
  let roots: [Node]

  /// - Parameter bytes: as they lie in the file; UTF-8.
  /// - Throws: `ReportError` of what is no YAML, and of many aliases.
  init(_ bytes: [UInt8]) throws(ReportError) { roots = try YAMLContent.documents(bytes) }

  /// The entries of a list, of several documents those of all; of a document that is no list itself.
  var entries: [Node] { roots.flatMap { $0.sequence.map(Array.init) ?? [$0] } }
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
