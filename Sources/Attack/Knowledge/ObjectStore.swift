import Text

/// All objects of all bundles, one for each STIX id: the newest.
struct ObjectStore {
  /// In the order in which the ids were first seen.
  private(set) var objects: [StixObject] = []
  private(set) var notices: [Notice] = []
  private var places: [String: Int] = [:]

  /// Merges by id: the newest `modified` wins, on equal ones the later in reading order; the
  /// domains are united.
  init(_ bundles: [StixBundle]) {
    objects.reserveCapacity(bundles.reduce(0) { $0 + $1.objects.count })
    for bundle in bundles {
      var seen: Set<String> = []
      for object in bundle.objects {
        if !seen.insert(object.id).inserted {
          notices.append(Notice(.duplicateObject, at: "\(bundle.source): \(object.id)"))
        }
        add(object)
      }
    }
  }

  func contains(_ id: String) -> Bool { places[id] != nil }

  /// Whether no bundle holds it; what is of a kind that is not read at all does not count.
  func isMissing(_ id: String) -> Bool {
    guard !contains(id) else { return false }
    let type = id.firstRange(of: "--").map { String(id[..<$0.lowerBound]) }
    return type.map(StixObject.knownTypes.contains) ?? true
  }

  subscript(id: String) -> StixObject? { places[id].map { objects[$0] } }

  private mutating func add(_ object: StixObject) {
    guard let place = places[object.id] else {
      places[object.id] = objects.count
      objects.append(object)
      return
    }
    let present = objects[place]
    let domains = (present.domains + object.domains).distinct
    if object.modified >= present.modified { objects[place] = object }
    objects[place].domains = domains
  }
}
