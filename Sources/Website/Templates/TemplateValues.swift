internal import Mustache

/// The values of a template's tags by their names, read once from a struct's stored properties.
///
/// Mustache would reflect on the struct again for every tag.
enum TemplateValues {
  /// Texts, numbers and truths stay as they are; structs become dictionaries, absent values go.
  static func read(_ value: Any) -> Any? {
    switch value {
    case let text as String: return text
    case let truth as Bool: return truth
    case let number as Int: return number
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.flatMap { read($0.value) }
    case .collection: return mirror.children.compactMap { read($0.value) }
    default: return fields(of: mirror)
    }
  }

  private static func fields(of mirror: Mirror) -> [String: Any] {
    var fields: [String: Any] = [:]
    for child in mirror.children {
      guard let label = child.label else { continue }
      // An absent value is a name all the same: its tags are known, and say nothing.
      fields[label] = read(child.value) ?? Absent()
    }
    return fields
  }

  /// What fills a tag whose value is absent: nothing, and false as a section.
  struct Absent: MustacheCustomRenderable {
    let isNull = true
    let renderText = ""
  }
}
