import Text

/// What is in a part of a bundle's `objects`; a bad entry does not spoil its neighbours.
struct StixEntries: Sendable {
  private(set) var objects: [StixObject] = []
  /// Those of a known type that could not be read: which of all entries, and why.
  private(set) var unreadable: [(index: Int, reason: String)] = []
  /// How many were read, with those of unknown types.
  private(set) var count = 0

  /// Reads one entry.
  mutating func read(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    defer { count += 1 }
    guard scanner.peek() == UInt8(ascii: "{") else {
      let error = StixFieldError("", try scanner.value(), .object)
      unreadable.append((count, error.reason))
      return
    }
    take(StixFields(try scanner.members()))
  }

  private mutating func take(_ fields: StixFields) {
    var name = ""
    do throws(StixFieldError) {
      let type = try fields.text("type")
      guard StixObject.knownTypes.contains(type) else { return }
      name = (try? fields.text("id")) ?? type
      objects.append(try StixObject(type: type, from: fields))
    } catch {
      let words = [name, error.reason].filter { !$0.isEmpty }
      unreadable.append((count, words.joined(separator: " ")))
    }
  }
}
