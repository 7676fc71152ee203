import Text

/// The fields of a STIX object, or of an object in one, each read as what it should be.
///
/// A field that may be absent may be null as well.
struct StixFields {
  private let members: JSONMembers

  init(_ members: JSONMembers) { self.members = members }

  /// A text that must be there, as it is in the file.
  func text(_ key: StaticString) throws(StixFieldError) -> String {
    guard let value = members[key] else { throw StixFieldError(missing: key.description) }
    return try Self.text(value, key.description)
  }

  /// The same, where many objects have the same text: it is read once.
  func text(
    _ key: StaticString, sharing known: inout [JSONValue: String]
  ) throws(StixFieldError) -> String {
    guard let value = members[key] else { throw StixFieldError(missing: key.description) }
    if let text = known[value] { return text }
    let text = try Self.text(value, key.description)
    known[value] = text
    return text
  }

  func textIfPresent(_ key: StaticString) throws(StixFieldError) -> String? {
    guard let value = present(key) else { return nil }
    return try Self.text(value, key.description)
  }

  /// Without characters that must not be shown.
  func cleanText(_ key: StaticString) throws(StixFieldError) -> String? {
    try textIfPresent(key).map(TextCleaner.clean)
  }

  func timestamp(_ key: StaticString) throws(StixFieldError) -> Timestamp? {
    try textIfPresent(key).map(Timestamp.init)
  }

  func flag(_ key: StaticString) throws(StixFieldError) -> Bool? {
    guard let value = present(key) else { return nil }
    guard let flag = value.flag else { throw StixFieldError(key.description, value, .flag) }
    return flag
  }

  /// Empty if the field is absent.
  func texts(_ key: StaticString) throws(StixFieldError) -> [String] {
    var texts: [String] = []
    for (index, element) in try elements(key).enumerated() {
      texts.append(try Self.text(element, "\(key)[\(index)]"))
    }
    return texts
  }

  /// Without characters that must not be shown.
  func cleanTexts(_ key: StaticString) throws(StixFieldError) -> [String] {
    try texts(key).map(TextCleaner.clean)
  }

  /// The same, where many objects have the same list: it is read once.
  func cleanTexts(
    _ key: StaticString, sharing known: inout [JSONValue: [String]]
  ) throws(StixFieldError) -> [String] {
    guard let value = present(key) else { return [] }
    if let texts = known[value] { return texts }
    let texts = try cleanTexts(key)
    known[value] = texts
    return texts
  }

  /// A list of objects; empty if the field is absent.
  func list<Element>(
    _ key: StaticString, of read: (StixFields) throws(StixFieldError) -> Element
  ) throws(StixFieldError) -> [Element] {
    var list: [Element] = []
    for (index, element) in try elements(key).enumerated() {
      list.append(try Self.object(element, "\(key)[\(index)]", read))
    }
    return list
  }

  /// The same, where many objects have the same list or some of its elements: each is read once.
  func list<Element>(
    _ key: StaticString, sharing known: inout SharedLists<Element>,
    of read: (StixFields) throws(StixFieldError) -> Element
  ) throws(StixFieldError) -> [Element] {
    guard let whole = present(key) else { return [] }
    if let list = known.lists[whole] { return list }
    let elements = try elements(key)
    var list: [Element] = []
    list.reserveCapacity(elements.count)
    for (index, value) in elements.enumerated() {
      if let element = known.elements[value] {
        list.append(element)
      } else {
        let element = try Self.object(value, "\(key)[\(index)]", read)
        known.elements[value] = element
        list.append(element)
      }
    }
    known.lists[whole] = list
    return list
  }

  /// What `read` finds in an object; `nil` if the field is absent.
  func object<Content>(
    _ key: StaticString, _ read: (StixFields) throws(StixFieldError) -> Content?
  ) throws(StixFieldError) -> Content? {
    guard let value = present(key) else { return nil }
    return try Self.object(value, key.description, read)
  }
}

extension StixFields {
  private func present(_ key: StaticString) -> JSONValue? {
    members[key].flatMap { $0.kind == .null ? nil : $0 }
  }

  private func elements(_ key: StaticString) throws(StixFieldError) -> [JSONValue] {
    guard let value = present(key) else { return [] }
    guard let elements = value.elements else { throw StixFieldError(key.description, value, .list) }
    return elements
  }

  private static func text(
    _ value: JSONValue, _ path: @autoclosure () -> String
  ) throws(StixFieldError) -> String {
    guard let text = value.text else { throw StixFieldError(path(), value, .text) }
    return text
  }

  private static func object<Content>(
    _ value: JSONValue, _ path: @autoclosure () -> String,
    _ read: (StixFields) throws(StixFieldError) -> Content
  ) throws(StixFieldError) -> Content {
    guard let members = value.members else { throw StixFieldError(path(), value, .object) }
    do throws(StixFieldError) {
      return try read(StixFields(members))
    } catch {
      throw error.inside(path())
    }
  }
}
