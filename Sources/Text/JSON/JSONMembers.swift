/// The members of a JSON object, in the order of the text.
package struct JSONMembers {
  private var members: [(key: JSONValue, value: JSONValue)] = []

  mutating func append(_ key: JSONValue, _ value: JSONValue) { members.append((key, value)) }

  /// The value of a key; the first, as for Foundation's decoder, where several have it.
  package subscript(key: StaticString) -> JSONValue? {
    members.first { $0.key.says(key) }?.value
  }
}
