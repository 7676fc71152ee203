/// A number that finds a thing of one kind in a list of such things.
///
/// It is no count and no rank, and one of a technique is none of an actor: the compiler tells them
/// apart. Of which corpus or release the list is, the type does not say. It is public, since other
/// modules inline nothing else, and then it costs as little as the number.
public struct Index<Thing>: Hashable, Sendable {
  /// Counted from 0: the row or column of a matrix.
  public let number: Int

  @inlinable
  public init(_ number: Int) { self.number = number }

  @inlinable
  public static func == (left: Index, right: Index) -> Bool { left.number == right.number }

  @inlinable
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }

  /// As quick as that of the number, which the standard library knows.
  @inlinable
  public func _rawHashValue(seed: Int) -> Int { number._rawHashValue(seed: seed) }
}

extension Index: Comparable {
  @inlinable
  public static func < (left: Index, right: Index) -> Bool { left.number < right.number }
}

extension Index: Strideable {
  @inlinable
  public func distance(to other: Index) -> Int { other.number - number }

  @inlinable
  public func advanced(by step: Int) -> Index { Index(number + step) }
}
