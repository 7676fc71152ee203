import Text

/// Finds out which release of which domain is there, and which collections are a team's own.
struct ReleaseReader {
  /// Without those of an older release of the same collection: what it dropped must not count.
  private(set) var bundles: [StixBundle] = []
  /// One of each domain.
  private(set) var releases: [Release] = []
  private(set) var members: CollectionMembers
  private(set) var copyright: [String] = []
  private(set) var notices: [Notice] = []

  /// `version` is the release of bundles that do not name theirs.
  init(_ given: [StixBundle], version: String?) {
    let read = Self.sources(given)
    let newest = Self.newest(read)
    var kept: [Source] = []
    for source in read {
      if let newer = source.successor(in: newest) {
        notices.append(
          Notice(
            .mixedReleases,
            at: "`\(source.bundle.source)`, \(source.title), for \(source.title(of: newer))"))
        continue
      }
      kept.append(source)
      if !source.namesARelease, version == nil {
        notices.append(Notice(.unknownRelease, at: "`\(source.bundle.source)`"))
      }
    }
    bundles = kept.map(\.bundle)
    let domains = Dictionary(grouping: kept, by: \.domain).sorted { $0.key < $1.key }
      .map { DomainSources($0.key, $0.value) }
    let named = domains.map { $0.release(version) }
    let others = kept.flatMap(\.releasesElsewhere).filter { other in
      !named.contains { $0.domain == other.domain }
    }
    releases = (named + others).sorted { $0.domain < $1.domain }
    members = CollectionMembers(domains.flatMap(\.shares))
    copyright = bundles.flatMap(\.statements).distinct
  }

  /// The year of the newest object; where that is more than a year after all releases, it is mistyped, and
  /// theirs counts.
  func lastYear(newest: Int?) -> Int? {
    let years = releases.compactMap { $0.date.flatMap { Int($0.prefix(4)) } }
    guard let newest, let own = years.max() else { return newest }
    return newest > own + 1 ? own : newest
  }

  private static func sources(_ bundles: [StixBundle]) -> [Source] {
    let domains = bundles.map(\.domain)
    // Without anything that says its domain, a bundle adds to the others.
    let usual = domains.lazy.compactMap(\.self).first ?? .enterprise
    return zip(bundles, domains).map { Source(bundle: $0, domain: $1 ?? usual) }
  }

  /// Of each collection, by its id, the newest that is there.
  private static func newest(_ sources: [Source]) -> [String: StixObject] {
    Dictionary(
      sources.flatMap(\.collections).map { ($0.id, $0) },
      uniquingKeysWith: { $0.isOlder(than: $1) ? $1 : $0 })
  }
}

extension ReleaseReader {
  /// A bundle, and the collections that it holds.
  private struct Source {
    let bundle: StixBundle
    let domain: Domain
    let collections: [StixObject]

    init(bundle: StixBundle, domain: Domain) {
      self.bundle = bundle
      self.domain = domain
      var newest: [StixObject] = []
      for object in bundle.objects where object.type == "x-mitre-collection" {
        if let place = newest.firstIndex(where: { $0.id == object.id }) {
          if newest[place].isOlder(than: object) { newest[place] = object }
        } else {
          newest.append(object)
        }
      }
      collections = newest
    }

    /// MITRE's collections of other domains, which came in the same file.
    var releasesElsewhere: [Release] {
      collections.compactMap { collection in
        guard let own = Domain(collection: collection.id), own != domain else { return nil }
        return Release(
          domain: own, version: collection.version, date: collection.modified.day)
      }
    }

    var namesARelease: Bool { collections.contains { $0.version != nil } }

    /// The newer release of its collection, if there is one; of several collections all have to be older.
    func successor(in newest: [String: StixObject]) -> StixObject? {
      let newer = collections.compactMap { own in
        newest[own.id].flatMap { own.isOlder(than: $0) ? $0 : nil }
      }
      return newer.count == collections.count ? newer.first : nil
    }

    var title: String { collections.first.map(title) ?? domain.title }

    /// `Enterprise v17.1`, or a team's `Our extensions 0.3`.
    func title(of collection: StixObject) -> String {
      guard collection.isNamedAsRelease(of: domain), let version = collection.version else {
        return collection.teamCollection.title
      }
      return "\(domain.title) v\(version)"
    }
  }

  /// The bundles of one domain.
  private struct DomainSources {
    private let domain: Domain
    private let sources: [Source]
    /// The collections by which ATT&CK's release is known.
    private let attack: Set<String>

    /// MITRE's collection names the release; where it is missing, one that is called as MITRE's.
    init(_ domain: Domain, _ sources: [Source]) {
      self.domain = domain
      self.sources = sources
      let all = sources.flatMap(\.collections)
      let known = all.filter { Domain(collection: $0.id) != nil }
      attack = Set(
        (known.isEmpty ? all.filter { $0.isNamedAsRelease(of: domain) } : known).map(\.id))
    }

    /// What each bundle has of a team's own; nothing where there is nothing else to tell it from.
    var shares: [(bundle: StixBundle, own: [StixObject], isWhole: Bool)] {
      sources.map { source in
        let own = isTeamsOwn ? [] : own(source)
        return (source.bundle, own, own.count == source.collections.count)
      }
    }

    private func own(_ source: Source) -> [StixObject] {
      source.collections.filter { !attack.contains($0.id) }
    }

    /// Whether all bundles are collections of a team, and of nobody else.
    private var isTeamsOwn: Bool {
      sources.allSatisfy { source in
        !source.collections.isEmpty && own(source).count == source.collections.count
      }
    }

    func release(_ version: String?) -> Release {
      let all = sources.flatMap(\.collections)
      let named = all.filter { attack.contains($0.id) && $0.version != nil }
        .reduce(nil as StixObject?) { one, other in
          one.map { $0.isOlder(than: other) ? other : $0 } ?? other
        }
      let own = sources.flatMap(own).map(\.teamCollection)
      // The date of what names the release; without that of the newest object.
      let naming = named ?? (isTeamsOwn ? all.max { $0.modified < $1.modified } : nil)
      return Release(
        domain: domain, version: named?.version ?? version,
        date: naming?.modified.day
          ?? sources.flatMap { $0.bundle.objects.map(\.modified) }.max()?.day,
        collections: Set(own).sorted(), isTeamsOwn: isTeamsOwn)
    }
  }
}

extension StixObject {
  /// Whether a collection is an older release than another of the same id.
  fileprivate func isOlder(than other: StixObject) -> Bool {
    let (own, others) = (
      self.version.flatMap(ReleaseNumber.init), other.version.flatMap(ReleaseNumber.init)
    )
    if let own, let others, own != others { return own < others }
    return modified < other.modified
  }

  /// Whether a collection that is not MITRE's own is called as if it were: `Enterprise ATT&CK`.
  fileprivate func isNamedAsRelease(of domain: Domain) -> Bool {
    guard Domain(collection: id) == nil else { return true }
    let name = name?.lowercased() ?? ""
    let title = domain.title.lowercased()
    return name.isEmpty || ["\(title) att&ck", "att&ck for \(title)", title].contains(name)
      || name.hasPrefix("mitre att&ck")
  }
}

extension StixBundle {
  fileprivate var statements: [String] {
    objects.lazy.filter { $0.type == "marking-definition" }.compactMap(\.statement)
  }

  /// That of MITRE's collection, else of most of its techniques, else of most other objects; `nil`
  /// where none says it.
  fileprivate var domain: Domain? {
    let collections = objects.lazy.filter { $0.type == "x-mitre-collection" }
    return collections.compactMap { Domain(collection: $0.id) }.first
      ?? objects.lazy.filter { $0.type == "attack-pattern" }.compactMap(\.ownDomains.first)
      .mostFrequent
      ?? objects.lazy.compactMap { $0.domains.first.map(Domain.init(name:)) }.mostFrequent
  }
}
