/// The members of a JSON object, in the order of the text.
package struct JSONMembers {
  package private(set) var all: [(key: JSONValue, value: JSONValue)] = []

  /// Without members, but with room for that many.
  package init(capacity: Int) { all.reserveCapacity(capacity) }

  mutating func removeAll() { all.removeAll(keepingCapacity: true) }

  mutating func append(_ key: JSONValue, _ value: JSONValue) { all.append((key, value)) }

  /// The value of a key; the first, as for Foundation's decoder, where several have it.
  package subscript(key: StaticString) -> JSONValue? {
    for member in all where member.key.mayEqual(key) && member.key.equals(key) {
      return member.value
    }
    return nil
  }
}
