/// Objects in their order, kept in the parts in which they were read: none is copied to join them.
package struct StixObjects: RandomAccessCollection, Sendable {
  private var parts: [[StixObject]] = []
  /// For each part the index of its first object.
  private var starts: [Int] = []
  package private(set) var endIndex = 0

  package var startIndex: Int { 0 }

  package init(_ objects: [StixObject] = []) { append(objects) }

  package subscript(index: Int) -> StixObject {
    _read {
      let part = part(of: index)
      yield parts[part][index - starts[part]]
    }
    _modify {
      let part = part(of: index)
      yield &parts[part][index - starts[part]]
    }
  }

  mutating func append(_ part: [StixObject]) {
    guard !part.isEmpty else { return }
    parts.append(part)
    starts.append(endIndex)
    endIndex += part.count
  }

  mutating func append(_ other: StixObjects) {
    for part in other.parts { append(part) }
  }

  private func part(of index: Int) -> Int {
    var part = starts.count - 1
    while starts[part] > index { part -= 1 }
    return part
  }
}
