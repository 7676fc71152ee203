package import Text

/// What was read of the values of a JSON text, so that values of the same bytes are read only once.
///
/// A hash table with open addresses. It hashes each value that it is asked for once, and none again
/// when it grows. It must not escape the closure that lends the text.
package struct JSONPool<Content> {
  private var values: [JSONValue] = []
  private var hashes: [UInt64] = []
  private var contents: [Content] = []
  /// Where a value may be, by its hash: its index, from 1; 0 where there is none.
  private var slots: [UInt32]
  /// Of the process: a hostile text could be made for any hash that is known before.
  private let seed = UInt64.random(in: .min ... .max)

  /// - Parameter capacity: how many values it may hold before it grows.
  package init(capacity: Int) {
    values.reserveCapacity(capacity)
    hashes.reserveCapacity(capacity)
    contents.reserveCapacity(capacity)
    slots = Self.slots(for: capacity)
  }

  /// What was read of a value; what `read` gives if it was not read yet.
  package mutating func content<Failure>(
    of value: JSONValue, else read: () throws(Failure) -> Content
  ) throws(Failure) -> Content {
    let hash = value.hash(seed: seed)
    var slot = slot(for: hash)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash, values[index] == value { return contents[index] }
      slot = next(slot)
    }
    let content = try read()
    values.append(value)
    hashes.append(hash)
    contents.append(content)
    slots[slot] = UInt32(values.count)
    if values.count * 2 > slots.count { grow() }
    return content
  }
}

extension JSONPool {
  /// At most half of the slots are taken, so that few lie between a value's first one and its own.
  private static func slots(for capacity: Int) -> [UInt32] {
    var count = 16
    while count < 2 * capacity { count *= 2 }
    return Array(repeating: 0, count: count)
  }

  private func slot(for hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count - 1) }

  private func next(_ slot: Int) -> Int { (slot + 1) & (slots.count - 1) }

  private mutating func grow() {
    slots = Self.slots(for: values.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = slot(for: hash)
      while slots[slot] != 0 { slot = next(slot) }
      slots[slot] = UInt32(index + 1)
    }
  }
}
