import Text
import Yams

/// The fields of a YAML mapping, all of known names.
struct YAMLFields {
  private let place: TextPlace
  private var nodes: [String: Node] = [:]

  /// - Throws: `ReportError` where it is no mapping, and at a key that is not known.
  init(_ node: Node, known: [String]) throws(ReportError) {
    place = node.place
    guard let mapping = node.mapping else {
      throw .unusable(node.place, "expected keys and values, such as `\(known[0])`")
    }
    for (key, value) in mapping {
      let name = key.line ?? ""
      guard known.contains(name) else {
        let near = Suggestion.nearest(to: name, among: known).map { "did you mean `\($0)`?" }
        throw .unusable(
          key.place, "unknown key `\(name)`; \(near ?? "known: \(known.joined(separator: ", "))")")
      }
      nodes[name] = value
    }
  }

  /// The value of a key; `nil` where it is not there.
  subscript(key: String) -> Node? { nodes[key] }

  /// - Throws: `ReportError` where the key is not there.
  func required(_ key: String) throws(ReportError) -> Node {
    guard let node = nodes[key] else { throw .unusable(place, "`\(key)` is missing") }
    return node
  }
}

extension Node {
  /// The elements of a list.
  ///
  /// - Throws: `ReportError` where it is none.
  func list(_ key: String) throws(ReportError) -> [Node] {
    guard let sequence else { throw .unusable(place, "`\(key)`: expected a list") }
    return Array(sequence)
  }

  /// A text that is one line.
  ///
  /// - Throws: `ReportError` where it is no text, empty, or longer than a name may be.
  func sentence(of key: String) throws(ReportError) -> String {
    guard let text, let line else { throw .unusable(place, "`\(key)`: expected a text") }
    guard text.unicodeScalars.count <= TextCleaner.nameLimit else {
      throw .unusable(
        place, "`\(key)`: expected at most \(TextCleaner.nameLimit) characters")
    }
    return line
  }
}
