/// A number that finds a thing of one kind in a list of such things.
///
/// It is no count and no rank, and one of a technique is none of an actor: the compiler tells them
/// apart. Of which corpus or release the list is, the type does not say.
package struct Index<Thing>: Hashable, Sendable {
  /// Counted from 0: the row or column of a matrix.
  package let number: Int

  @inlinable @inline(__always)
  package init(_ number: Int) { self.number = number }

  @inlinable @inline(__always)
  package static func == (left: Index, right: Index) -> Bool { left.number == right.number }

  @inlinable @inline(__always)
  package func hash(into hasher: inout Hasher) { hasher.combine(number) }

  /// As quick as that of the number, which the standard library knows.
  @inlinable @inline(__always)
  package func _rawHashValue(seed: Int) -> Int { number._rawHashValue(seed: seed) }
}

extension Index: Comparable {
  @inlinable @inline(__always)
  package static func < (left: Index, right: Index) -> Bool { left.number < right.number }
}

extension Index: Strideable {
  @inlinable @inline(__always)
  package func distance(to other: Index) -> Int { other.number - number }

  @inlinable @inline(__always)
  package func advanced(by step: Int) -> Index { Index(number + step) }
}
