import Text

/// A set of byte strings that lie in one buffer, each known by the order in which it came.
struct ByteSet: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
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
    !slots.isEmpty && slots[slot(for: text)] >= 0
  }

  /// - Returns: the number of the member, and whether it is new.
  mutating func insert(_ text: Span<UInt8>) -> (number: Int, isNew: Bool) {
    if slots.count < 2 * (count + 1) { grow() }
    let slot = slot(for: text)
    if slots[slot] >= 0 { return (Int(slots[slot]), false) }
    slots[slot] = Int32(count)
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    ends.append(Int32(bytes.count))
    return (count - 1, true)
  }

  /// Runs `body` on the bytes of a member.
  func withMember<Answer>(_ number: Int, _ body: (Span<UInt8>) -> Answer) -> Answer {
    body(bytes.span.extracting(range(of: number)))
  }
}

extension ByteSet {
  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  /// The slot that has the text, or would have it.
  private func slot(for text: Span<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(text) & mask
    while slots[slot] >= 0, !equals(Int(slots[slot]), text) { slot = (slot + 1) & mask }
    return slot
  }

  private func equals(_ number: Int, _ text: Span<UInt8>) -> Bool {
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
    for number in 0..<count {
      let free = withMember(number) { slot(for: $0) }
      slots[free] = Int32(number)
    }
  }

  private static func hash(_ text: Span<UInt8>) -> Int {
    var hasher = Hasher()
    text.withUnsafeBufferPointer { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    return hasher.finalize()
  }
}
