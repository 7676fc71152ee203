import Dispatch
import Synchronization
import Text

/// The list of a bundle's objects, read in several parts at once.
///
/// Where a part may begin is guessed: where the text looks as it does at the list's first object. A
/// guess is right if the part before comes to its end just there; else the part is read again, from
/// where it does begin.
struct StixList {
  private(set) var objects = StixObjects()
  /// Those of a known type that could not be read: which of all entries, and why.
  private(set) var unreadable: [(index: Int, id: String?, reason: String)] = []
  /// The offset behind the closing bracket.
  private(set) var end = 0

  /// An empty list.
  init() {}

  /// - Parameters:
  ///   - bytes: the whole text.
  ///   - first: the offset of the list's first entry.
  ///   - depth: how many brackets are open there.
  /// - Throws: the first byte that is not JSON.
  init(_ bytes: [UInt8], first: Int, depth: Int) throws(JSONScanner.Fault) {
    let starts = Self.starts(bytes, first: first)
    let read = { @Sendable (start: Int, number: Int) in
      let next = number + 1 < starts.count ? starts[number + 1] : bytes.count
      return Result { () throws(JSONScanner.Fault) in
        try StixPart(bytes, from: start, to: next, depth: depth)
      }
    }
    let parts = Self.concurrently(starts.count) { read(starts[$0], $0) }
    end = first
    var next: Int? = first
    var count = 0
    for number in starts.indices {
      guard let start = next else { break }
      let part = try (start == starts[number] ? parts[number] : read(start, number)).get()
      objects.append(part.entries.objects)
      unreadable += part.entries.unreadable.map { (count + $0.index, $0.id, $0.reason) }
      count += part.entries.count
      (next, end) = (part.next, part.end)
    }
  }

  /// The offset of the first entry, then guesses where others begin, about equally far apart.
  private static func starts(_ bytes: [UInt8], first: Int) -> [Int] {
    let count = max(1, min(mostParts, (bytes.count - first) / fewestBytes))
    // The opening bracket and the first key of an object, with the blanks between.
    let head = bytes[first...].prefix(longestHead)
    let quotes = head.indices.filter { head[$0] == UInt8(ascii: "\"") }.prefix(2)
    guard count > 1, head.first == UInt8(ascii: "{"), quotes.count == 2 else { return [first] }
    let mark = Array(head[...quotes[1]])
    return [first]
      + (1..<count).compactMap { number in
        let from = first + (bytes.count - first) / count * number
        return bytes[from...].prefix(fewestBytes / 2).firstRange(of: mark)?.lowerBound
      }
  }

  private static let mostParts = 4
  /// Of a part.
  private static let fewestBytes = 500_000
  private static let longestHead = 100

  /// What `work` gives for each number below `count`.
  private static func concurrently<Value: Sendable>(
    _ count: Int, _ work: @Sendable (Int) -> Value
  ) -> [Value] {
    let values = Mutex<[Int: Value]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let value = work(number)
      values.withLock { $0[number] = value }
    }
    return values.withLock { values in (0..<count).compactMap { values[$0] } }
  }
}
