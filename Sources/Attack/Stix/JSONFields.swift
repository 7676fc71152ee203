package import Text

/// The fields of a JSON object, as a STIX object or one in it, each read as what it should be.
///
/// A field that may be absent may be null as well.
package struct JSONFields {
  private let members: JSONMembers

  package init(_ members: JSONMembers) { self.members = members }

  /// Whether a field is there, and not null.
  package func has(_ key: StaticString) -> Bool { present(key) != nil }

  /// A text that must be there, as it is in the file.
  package func text(_ key: StaticString) throws(JSONFieldError) -> String {
    guard let value = members[key] else { throw JSONFieldError(missing: key.description) }
    return try Self.text(value, key.description)
  }

  /// The same, where many objects have the same text: it is read once.
  func text(
    _ key: StaticString, sharing known: inout JSONPool<String>
  ) throws(JSONFieldError) -> String {
    guard let value = members[key] else { throw JSONFieldError(missing: key.description) }
    return try known.content(of: value) { () throws(JSONFieldError) in
      try Self.text(value, key.description)
    }
  }

  func textIfPresent(_ key: StaticString) throws(JSONFieldError) -> String? {
    guard let value = present(key) else { return nil }
    return try Self.text(value, key.description)
  }

  /// Whether a text is the one that is expected; `nil` for what is absent, or no text.
  func text(_ key: StaticString, equals expected: StaticString) -> Bool? {
    present(key)?.equals(expected)
  }

  /// Without characters that must not be shown.
  package func cleanText(_ key: StaticString) throws(JSONFieldError) -> String? {
    try textIfPresent(key).map(TextCleaner.clean)
  }

  /// The same of a text that must be there.
  package func shownText(_ key: StaticString) throws(JSONFieldError) -> String {
    TextCleaner.clean(try text(key))
  }

  func timestamp(_ key: StaticString) throws(JSONFieldError) -> Timestamp? {
    guard let value = present(key) else { return nil }
    if let time = value.withPlainText({ Timestamp($0) }) { return time }
    return Timestamp(try Self.text(value, key.description))
  }

  /// `nil` if the field is absent.
  package func flag(_ key: StaticString) throws(JSONFieldError) -> Bool? {
    guard let value = present(key) else { return nil }
    guard let flag = value.flag else { throw JSONFieldError(key.description, value, .flag) }
    return flag
  }

  /// A number that must be there.
  package func number(_ key: StaticString) throws(JSONFieldError) -> Double {
    guard let value = members[key] else { throw JSONFieldError(missing: key.description) }
    guard let number = value.number else { throw JSONFieldError(key.description, value, .number) }
    return number
  }

  /// An integer that must be there.
  package func integer(_ key: StaticString) throws(JSONFieldError) -> Int {
    guard let value = members[key] else { throw JSONFieldError(missing: key.description) }
    guard let number = value.integer else { throw JSONFieldError(key.description, value, .integer) }
    return number
  }

  /// Empty if the field is absent.
  package func integers(_ key: StaticString) throws(JSONFieldError) -> [Int] {
    var numbers: [Int] = []
    for (index, element) in try elements(key).enumerated() {
      guard let number = element.integer else {
        throw JSONFieldError("\(key)[\(index)]", element, .integer)
      }
      numbers.append(number)
    }
    return numbers
  }

  /// Empty if the field is absent.
  package func texts(_ key: StaticString) throws(JSONFieldError) -> [String] {
    var texts: [String] = []
    for (index, element) in try elements(key).enumerated() {
      texts.append(try Self.text(element, "\(key)[\(index)]"))
    }
    return texts
  }

  /// Without characters that must not be shown.
  package func cleanTexts(_ key: StaticString) throws(JSONFieldError) -> [String] {
    try texts(key).map(TextCleaner.clean)
  }

  /// The same of names, without blanks at their ends, each once; empty ones are left out.
  package func names(_ key: StaticString) throws(JSONFieldError) -> [String] {
    try cleanTexts(key).map { $0.trimmed }.filter { !$0.isEmpty }.distinct
  }

  /// The same, where many objects have the same list: it is read once.
  func names(
    _ key: StaticString, sharing known: inout JSONPool<[String]>
  ) throws(JSONFieldError) -> [String] {
    guard let value = present(key) else { return [] }
    return try known.content(of: value) { () throws(JSONFieldError) in try names(key) }
  }

  /// A list of objects; empty if the field is absent.
  package func list<Element>(
    _ key: StaticString, of read: (JSONFields) throws(JSONFieldError) -> Element
  ) throws(JSONFieldError) -> [Element] {
    var list: [Element] = []
    for (index, element) in try elements(key).enumerated() {
      list.append(try Self.object(element, "\(key)[\(index)]", read))
    }
    return list
  }

  /// The same, where many objects have the same list or some of its elements: each is read once.
  func list<Element>(
    _ key: StaticString, sharing lists: inout JSONPool<[Element]>,
    and known: inout JSONPool<Element>,
    of read: (JSONFields) throws(JSONFieldError) -> Element
  ) throws(JSONFieldError) -> [Element] {
    guard let whole = present(key) else { return [] }
    return try lists.content(of: whole) { () throws(JSONFieldError) in
      let elements = try elements(key)
      var list: [Element] = []
      list.reserveCapacity(elements.count)
      for (index, value) in elements.enumerated() {
        list.append(
          try known.content(of: value) { () throws(JSONFieldError) in
            try Self.object(value, "\(key)[\(index)]", read)
          })
      }
      return list
    }
  }

  /// What `read` finds in an object; `nil` if the field is absent.
  package func object<Content>(
    _ key: StaticString, _ read: (JSONFields) throws(JSONFieldError) -> Content?
  ) throws(JSONFieldError) -> Content? {
    guard let value = present(key) else { return nil }
    return try Self.object(value, key.description, read)
  }
}

extension JSONFields {
  private func present(_ key: StaticString) -> JSONValue? {
    members[key].flatMap { $0.kind == .null ? nil : $0 }
  }

  private func elements(_ key: StaticString) throws(JSONFieldError) -> [JSONValue] {
    guard let value = present(key) else { return [] }
    guard let elements = value.elements else { throw JSONFieldError(key.description, value, .list) }
    return elements
  }

  private static func text(
    _ value: JSONValue, _ path: @autoclosure () -> String
  ) throws(JSONFieldError) -> String {
    guard let text = value.text else { throw JSONFieldError(path(), value, .text) }
    return text
  }

  private static func object<Content>(
    _ value: JSONValue, _ path: @autoclosure () -> String,
    _ read: (JSONFields) throws(JSONFieldError) -> Content
  ) throws(JSONFieldError) -> Content {
    guard let members = value.members else { throw JSONFieldError(path(), value, .object) }
    do throws(JSONFieldError) {
      return try read(JSONFields(members))
    } catch {
      throw error.inside(path())
    }
  }
}
