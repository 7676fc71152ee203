import Text

/// A list that has a value for each thing of one kind, and is asked by the indices of these alone.
///
/// Of the things themselves it is the list that the indices are of: `IndexedList<Actor, Actor>`.
/// Public for the reason that `Index` is.
public struct IndexedList<Thing, Element> {
  @usableFromInline
  var elements: [Element]

  @inlinable
  public init(_ elements: [Element]) { self.elements = elements }

  /// One value for each of some things.
  @inlinable
  public init(repeating value: Element, for things: Range<Attack.Index<Thing>>) {
    elements = Array(repeating: value, count: things.count)
  }

  /// Asks for the value of each of some things, from the first one on.
  @inlinable
  public init(for things: Range<Attack.Index<Thing>>, _ value: (Attack.Index<Thing>) -> Element) {
    elements = things.map(value)
  }
}

extension IndexedList: Sendable where Element: Sendable {}
extension IndexedList: Equatable where Element: Equatable {}

extension IndexedList: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension IndexedList: RandomAccessCollection, MutableCollection {
  public typealias Index = Attack.Index<Thing>
  public typealias Indices = Range<Attack.Index<Thing>>

  @inlinable
  public var startIndex: Attack.Index<Thing> { Attack.Index(0) }
  @inlinable
  public var endIndex: Attack.Index<Thing> { Attack.Index(elements.count) }
  @inlinable
  public var indices: Range<Attack.Index<Thing>> { startIndex..<endIndex }

  @inlinable
  public func makeIterator() -> IndexingIterator<[Element]> { elements.makeIterator() }

  @inlinable
  public subscript(index: Attack.Index<Thing>) -> Element {
    _read { yield elements[index.number] }
    _modify { yield &elements[index.number] }
  }
}

extension IndexedList {
  @inlinable
  public mutating func append(_ element: Element) { elements.append(element) }

  /// Each value with the index of its thing.
  @inlinable
  public func indexed() -> Zip2Sequence<Range<Attack.Index<Thing>>, [Element]> {
    zip(indices, elements)
  }

  /// What is made of each value, for the same things.
  @inlinable
  public func mapValues<Value>(_ transform: (Element) -> Value) -> IndexedList<Thing, Value> {
    IndexedList<Thing, Value>(elements.map(transform))
  }

  /// For each of some groups, the indices of the things that belong to it, ascending.
  ///
  /// - Parameters:
  ///   - groups: all that there are.
  ///   - belonging: the groups of a value.
  /// - Returns: the things of each group.
  @inlinable
  public func grouped<Group>(
    into groups: Range<Attack.Index<Group>>, by belonging: (Element) -> [Attack.Index<Group>]
  ) -> IndexedList<Group, [Attack.Index<Thing>]> {
    var members = IndexedList<Group, [Attack.Index<Thing>]>(repeating: [], for: groups)
    for (index, element) in indexed() {
      for group in belonging(element) { members[group].append(index) }
    }
    return members
  }
}

extension IndexedList where Element: Sendable {
  /// The same on all cores.
  package init(
    concurrentlyFor things: Range<Attack.Index<Thing>>,
    _ value: @escaping @Sendable (Attack.Index<Thing>) -> Element
  ) async {
    let first = things.lowerBound.number
    self.init(await concurrentMap(things.count) { value(Attack.Index(first + $0)) })
  }
}
