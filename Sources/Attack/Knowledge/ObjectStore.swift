import Text

/// All objects of all bundles, one for each STIX id: the newest; each is named by its index.
struct ObjectStore {
  /// In reading order; where several have one id, the first is the newest of them, and the others are
  /// in none of the lists below.
  private(set) var objects = StixObjects()
  /// The relationships, in reading order.
  private(set) var links: [Link] = []
  /// The indices of all objects but the relationships, ascending.
  private(set) var entities: [Index<StixObject>] = []
  /// The indices of those with a text that had to be mended, ascending.
  private(set) var mended: [Index<StixObject>] = []
  private(set) var notices: [Notice] = []
  /// Which of them are a team's own.
  let collections: CollectionMembers
  private var known: ObjectIndices
  /// The STIX ids of those that could not be read: what refers to them is not told again.
  private var unreadable: Set<String> = []

  /// A relationship whose ends were looked up.
  struct Link {
    /// The relationship itself.
    let object: Index<StixObject>
    let type: String
    let isLive: Bool
    /// Its ends; `nil` if no bundle holds them.
    let source: Index<StixObject>?
    let target: Index<StixObject>?
  }

  /// Merges by id: the newest `modified` wins, on equal ones the later in reading order; the
  /// domains are united.
  init(_ bundles: [StixBundle], _ collections: CollectionMembers) {
    self.collections = collections
    let count = bundles.reduce(0) { $0 + $1.objects.count }
    known = ObjectIndices(capacity: count)
    links.reserveCapacity(count)
    var copies: Set<Index<StixObject>> = []
    for bundle in bundles {
      copies.formUnion(add(bundle))
      unreadable.formUnion(bundle.unreadableIDs)
    }
    for index in indices where !copies.contains(index) { list(index) }
  }

  var indices: Range<Index<StixObject>> { Index(0)..<Index(objects.count) }

  /// Lent, since a copy of an object has to count all that it refers to.
  subscript(index: Index<StixObject>) -> StixObject {
    _read { yield objects[index.number] }
  }

  /// The year of the newest object; `nil` if none has a date.
  var newestYear: Int? { objects.lazy.map(\.modified).max()?.year }

  func index(of id: String) -> Index<StixObject>? { known.index(of: id, in: objects) }

  /// The end of a relationship that no bundle holds, if there is one; what is of a kind that is not
  /// read at all does not count, nor what could not be read.
  func missingEnd(of link: Link) -> String? {
    guard link.source == nil || link.target == nil, let relation = self[link.object].relation
    else { return nil }
    return [relation.source, relation.target].first(where: isMissing)
  }

  func isMissing(_ id: String) -> Bool {
    guard index(of: id) == nil, !unreadable.contains(id) else { return false }
    let type = id.firstRange(of: "--").map { String(id[..<$0.lowerBound]) }
    return type.map(StixObject.knownTypes.contains) ?? true
  }

  /// - Returns: the indices of those that are not the first with their id.
  private mutating func add(_ bundle: StixBundle) -> Set<Index<StixObject>> {
    let start = indices.upperBound
    objects.append(bundle.objects)
    var copies: Set<Index<StixObject>> = []
    var copied: Set<Index<StixObject>> = []
    for index in start..<indices.upperBound {
      guard let first = known.insert(index, of: objects) else { continue }
      copies.insert(index)
      if first >= start || !copied.insert(first).inserted {
        notices.append(Notice(.duplicateObject, at: "`\(bundle.source)`: `\(self[index].id)`"))
      }
      merge(index, into: first)
    }
    return copies
  }

  private mutating func merge(_ index: Index<StixObject>, into first: Index<StixObject>) {
    let domains = (self[first].domains + self[index].domains).distinct
    if self[index].modified >= self[first].modified { objects[first.number] = self[index] }
    objects[first.number].domains = domains
  }

  private mutating func list(_ index: Index<StixObject>) {
    if self[index].loss != nil { mended.append(index) }
    guard let relation = self[index].relation else {
      entities.append(index)
      return
    }
    links.append(
      Link(
        object: index, type: relation.type, isLive: self[index].isLive,
        source: self.index(of: relation.source), target: self.index(of: relation.target)))
  }
}
