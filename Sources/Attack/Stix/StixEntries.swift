import Text

/// What is in a part of a bundle's `objects`; a bad entry does not spoil its neighbours.
struct StixEntries: Sendable {
  private(set) var objects: [StixObject] = []
  /// Those of a known type that could not be read: which of all entries, and why.
  private(set) var unreadable: [(index: Int, id: String?, reason: String)] = []
  /// How many were read, with those of unknown types.
  private(set) var count = 0

  /// - Parameter length: how many bytes will be read.
  init(in length: Int) { objects.reserveCapacity(length / Self.usualLength) }

  /// The bytes of an object in ATT&CK's bundles.
  private static let usualLength = 2000

  /// Reads one entry.
  ///
  /// - Parameters:
  ///   - scanner: at the entry.
  ///   - members: where the entry's members are put, so that all entries use the same memory.
  ///   - pool: what was read before.
  /// - Throws: the first byte that is not JSON.
  mutating func read(
    _ scanner: inout JSONScanner, _ members: inout JSONMembers, sharing pool: inout StixPool
  ) throws(JSONScanner.Fault) {
    defer { count += 1 }
    guard scanner.peek() == UInt8(ascii: "{") else {
      let error = JSONFieldError("", try scanner.value(), .object)
      unreadable.append((count, nil, error.reason))
      return
    }
    try scanner.read(into: &members)
    take(JSONFields(members), &pool)
  }

  private mutating func take(_ fields: JSONFields, _ pool: inout StixPool) {
    var type: String?
    do throws(JSONFieldError) {
      let known = try fields.text("type")
      guard StixObject.knownTypes.contains(known) else { return }
      type = known
      objects.append(try StixObject(type: known, from: fields, sharing: &pool))
    } catch {
      let id = try? fields.text("id")
      let name = type.map { "`\(id ?? $0)`: " } ?? ""
      unreadable.append((count, id, name + error.reason))
    }
  }
}
