import Text

/// A set of byte strings that lie in one buffer, each known by the order in which it came.
struct ByteSet: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
  private var hashes: [UInt64] = []
  /// Open addressing: the number of a member, or -1.
  private var slots: [Int32] = []

  var count: Int { ends.count }

  subscript(number: Int) -> String {
    String(decoding: bytes[range(of: number)], as: UTF8.self)
  }

  func contains(_ text: String) -> Bool {
    contains(Array(text.utf8).span)
  }

  func contains(_ text: Span<UInt8>) -> Bool {
    !slots.isEmpty && slots[slot(for: text, Self.hash(text))] >= 0
  }

  /// - Returns: the number of the member, and whether it is new.
  mutating func insert(_ text: Span<UInt8>) -> (number: Int, isNew: Bool) {
    if slots.count < 2 * (count + 1) { grow() }
    return insert(text, Self.hash(text))
  }

  /// Inserts a member of another set.
  mutating func insert(_ number: Int, of other: ByteSet) -> (number: Int, isNew: Bool) {
    if slots.count < 2 * (count + 1) { grow() }
    return insert(other.bytes.span.extracting(other.range(of: number)), other.hashes[number])
  }
}

extension ByteSet {
  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  private mutating func insert(
    _ text: Span<UInt8>, _ hash: UInt64
  ) -> (number: Int, isNew: Bool) {
    let slot = slot(for: text, hash)
    if slots[slot] >= 0 { return (Int(slots[slot]), false) }
    slots[slot] = Int32(count)
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    ends.append(Int32(bytes.count))
    hashes.append(hash)
    return (count - 1, true)
  }

  /// The slot that has the text, or would have it.
  private func slot(for text: Span<UInt8>, _ hash: UInt64) -> Int {
    var slot = first(for: hash)
    while slots[slot] >= 0, !equals(Int(slots[slot]), text, hash) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func first(for hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (slots.count - 1)
  }

  private func equals(_ number: Int, _ text: Span<UInt8>, _ hash: UInt64) -> Bool {
    guard hashes[number] == hash else { return false }
    let range = range(of: number)
    return range.count == text.count
      && bytes.withUnsafeBufferPointer { bytes in
        text.withUnsafeBufferPointer {
          UnsafeBufferPointer(rebasing: bytes[range]).hasSameBytes(as: $0)
        }
      }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: max(16, 2 * slots.count))
    for (number, hash) in hashes.enumerated() {
      var slot = first(for: hash)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  private static func hash(_ text: Span<UInt8>) -> UInt64 {
    text.withUnsafeBufferPointer { $0.hash(seed: seed) }
  }

  /// Of the process, so that all sets have the same hashes.
  private static let seed = UInt64.random(in: .min ... .max)
}
