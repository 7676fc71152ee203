import Text
import Attack
import Yams

/// A value of a YAML file, with its line, so that messages can point to it.
struct YAMLField {
  private let node: Node
  private let key: String
  private let path: String

  init(_ node: Node, key: String, path: String) {
    self.node = node
    self.key = key
    self.path = path
  }

  /// `site.yml:14`.
  var location: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return "\(name):\(node.mark?.line ?? 1)"
  }

  func complaint(_ text: String) -> CommandError {
    CommandError("`\(path)`: \(key.isEmpty ? "the file" : "`\(key)`"): \(text)", "--> \(location)")
  }

  func text() throws -> String {
    guard case .scalar(let scalar) = node else { throw complaint("expected a text") }
    return TextCleaner.clean(scalar.string)
  }

  /// The path of a file, byte for byte.
  func filePath() throws -> String {
    guard case .scalar(let scalar) = node else { throw complaint("expected the path of a file") }
    return scalar.string
  }

  func bool() throws -> Bool {
    switch node.scalar?.string {
    case "true", "yes": true
    case "false", "no": false
    case let other:
      throw complaint("expected true or false" + (other.map { ", found `\($0)`" } ?? ""))
    }
  }

  /// A whole number that is not negative.
  func number() throws -> Int {
    guard let number = Int(try text()), number >= 0 else {
      throw complaint("expected a whole number, found `\(try text())`")
    }
    return number
  }

  func list() throws -> [YAMLField] {
    guard case .sequence(let nodes) = node else { throw complaint("expected a list") }
    return nodes.enumerated().map { YAMLField($1, key: "\(key)[\($0)]", path: path) }
  }

  var isList: Bool { if case .sequence = node { true } else { false } }

  /// Whatever a mapping holds, in the order in which it is written: the keys and their values.
  func entries() throws -> [(name: YAMLField, value: YAMLField)] {
    guard case .mapping(let mapping) = node else { throw complaint("expected keys and values") }
    return mapping.map { name, value in
      (
        YAMLField(name, key: key, path: path),
        YAMLField(value, key: "\(key).\(name.string ?? "?")", path: path)
      )
    }
  }

  /// The fields of a mapping, all of known names.
  func fields(known: [String]) throws -> [String: YAMLField] {
    guard case .mapping(let mapping) = node else { throw complaint("expected keys and values") }
    var fields: [String: YAMLField] = [:]
    for (name, value) in mapping {
      let text = name.string ?? "?"
      let field = YAMLField(value, key: key.isEmpty ? text : "\(key).\(text)", path: path)
      guard known.contains(text) else {
        let near = Suggestion.nearest(to: text, among: known).map { "; did you mean `\($0)`?" }
        throw field.complaint("unknown key" + (near ?? ""))
      }
      fields[text] = field
    }
    return fields
  }
}
