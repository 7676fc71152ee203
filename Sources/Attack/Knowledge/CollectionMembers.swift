/// Which objects are of a team's own collection, and not of ATT&CK.
struct CollectionMembers {
  private var collections: [String: TeamCollection] = [:]

  /// From all bundles that are read, each with the team's own collections in it, by their objects, and
  /// whether it has no collection of ATT&CK: all that MITRE did not make is the team's own then.
  init(_ bundles: [(bundle: StixBundle, own: [StixObject], isWhole: Bool)]) {
    for (bundle, own, isWhole) in bundles where !own.isEmpty {
      take(bundle, own, isWhole)
    }
    guard !collections.isEmpty else { return }
    for (bundle, own, _) in bundles where own.isEmpty {
      for object in bundle.objects { collections[object.id] = nil }
    }
  }

  /// `nil` for what is of ATT&CK, or of no collection.
  subscript(id: String) -> TeamCollection? { collections[id] }

  /// An object is of the collection that lists it, else of the only one.
  private mutating func take(_ bundle: StixBundle, _ own: [StixObject], _ isWhole: Bool) {
    let listed = own.map { (collection: $0.teamCollection, contents: $0.contents) }
    let only = listed.count == 1 ? listed[0].collection : nil
    for object in bundle.objects where object.creator != .mitre {
      let lister = listed.first { $0.contents.contains(object.id) }?.collection
      let isTeams = isWhole || object.creator == .other
      if let collection = lister ?? (isTeams ? only : nil) { collections[object.id] = collection }
    }
  }
}

extension StixObject {
  /// What a collection's object says of it.
  var teamCollection: TeamCollection {
    // A title is a line.
    let words = (name ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return TeamCollection(id: id, name: words.isEmpty ? id : words, version: self.version)
  }
}
