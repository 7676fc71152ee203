import Text

/// All objects of all bundles, one for each STIX id: the newest; each is named by its index.
struct ObjectStore {
  /// In reading order; where several have one id, the first is the newest of them, and the others are
  /// in none of the lists below.
  private(set) var objects = StixObjects()
  /// The relationships, in reading order.
  private(set) var links: [Link] = []
  /// The indices of all objects but the relationships, ascending.
  private(set) var entities: [Int] = []
  /// The indices of those with a text that had to be mended, ascending.
  private(set) var mended: [Int] = []
  private(set) var notices: [Notice] = []
  private var indices: [String: Int] = [:]

  /// A relationship whose ends were looked up.
  struct Link {
    /// The index of the relationship itself.
    let object: Int
    let type: String
    let isLive: Bool
    /// Its ends as indices; `nil` if no bundle holds them.
    let source: Int?
    let target: Int?
  }

  /// Merges by id: the newest `modified` wins, on equal ones the later in reading order; the
  /// domains are united.
  init(_ bundles: [StixBundle]) {
    let count = bundles.reduce(0) { $0 + $1.objects.count }
    indices.reserveCapacity(count)
    links.reserveCapacity(count)
    var copies: Set<Int> = []
    for bundle in bundles { copies.formUnion(add(bundle)) }
    for index in objects.indices where !copies.contains(index) { list(index) }
  }

  subscript(index: Int) -> StixObject { objects[index] }

  func index(of id: String) -> Int? { indices[id] }

  /// The end of a relationship that no bundle holds, if there is one; what is of a kind that is not
  /// read at all does not count.
  func missingEnd(of link: Link) -> String? {
    guard link.source == nil || link.target == nil, let relation = objects[link.object].relation
    else { return nil }
    return [relation.source, relation.target].first(where: isMissing)
  }

  private func isMissing(_ id: String) -> Bool {
    guard indices[id] == nil else { return false }
    let type = id.firstRange(of: "--").map { String(id[..<$0.lowerBound]) }
    return type.map(StixObject.knownTypes.contains) ?? true
  }

  /// - Returns: the indices of those that are not the first with their id.
  private mutating func add(_ bundle: StixBundle) -> Set<Int> {
    let start = objects.count
    objects.append(bundle.objects)
    var copies: Set<Int> = []
    var copied: Set<Int> = []
    for index in start..<objects.count {
      let id = objects[index].id
      guard let first = indices.updateValue(index, forKey: id) else { continue }
      indices[id] = first
      copies.insert(index)
      if first >= start || !copied.insert(first).inserted {
        notices.append(Notice(.duplicateObject, at: "\(bundle.source): \(id)"))
      }
      merge(index, into: first)
    }
    return copies
  }

  private mutating func merge(_ index: Int, into first: Int) {
    let domains = (objects[first].domains + objects[index].domains).distinct
    if objects[index].modified >= objects[first].modified { objects[first] = objects[index] }
    objects[first].domains = domains
  }

  private mutating func list(_ index: Int) {
    if objects[index].loss != nil { mended.append(index) }
    guard let relation = objects[index].relation else {
      entities.append(index)
      return
    }
    links.append(
      Link(
        object: index, type: relation.type, isLive: objects[index].isLive,
        source: indices[relation.source], target: indices[relation.target]))
  }
}
