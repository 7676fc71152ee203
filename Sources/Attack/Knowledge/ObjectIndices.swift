import Text

/// Which object has a STIX id: a hash table that holds no id itself, so that none is counted or copied.
struct ObjectIndices {
  /// Open addressing: a part of the hash, and beside it the number of an object, from 1; 0 where there
  /// is none.
  private var slots: [(hash: UInt32, number: UInt32)]
  /// Of the process: a hostile bundle could be made for any hash that is known before.
  private let seed = UInt64.random(in: .min ... .max)

  /// - Parameter capacity: how many objects there are at most.
  init(capacity: Int) {
    var count = 16
    while count < 2 * capacity { count *= 2 }
    slots = Array(repeating: (0, 0), count: count)
  }

  /// The object with an id, if there is one.
  func index(of id: String, in objects: StixObjects) -> Index<StixObject>? {
    let (slot, _) = slot(for: id, in: objects)
    return slots[slot].number == 0 ? nil : Index(Int(slots[slot].number) - 1)
  }

  /// Takes in an object; gives the one that already has its id, if there is one.
  mutating func insert(
    _ index: Index<StixObject>, of objects: StixObjects
  ) -> Index<StixObject>? {
    let (slot, hash) = slot(for: objects[index.number].id, in: objects)
    guard slots[slot].number == 0 else { return Index(Int(slots[slot].number) - 1) }
    slots[slot] = (hash, UInt32(index.number + 1))
    return nil
  }

  /// The slot that has the object with an id, or would have it; and the id's hash.
  private func slot(for id: String, in objects: StixObjects) -> (slot: Int, hash: UInt32) {
    let whole = id.hash(seed: seed)
    let hash = UInt32(truncatingIfNeeded: whole >> 32)
    var slot = Int(truncatingIfNeeded: whole) & (slots.count - 1)
    while slots[slot].number != 0 {
      if slots[slot].hash == hash, objects[Int(slots[slot].number) - 1].id == id { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (slot, hash)
  }
}
