import Text

/// Finds out which release of which domain each bundle is.
struct ReleaseReader {
  /// Without those of an older release of the same domain: what it dropped must not count.
  private(set) var bundles: [StixBundle] = []
  private(set) var releases: [Release] = []
  private(set) var copyright: [String] = []
  private(set) var notices: [Notice] = []

  init(_ given: [StixBundle], version: String?) {
    let all = given.map { Self.release(of: $0, version: version) }
    let named = zip(given, all).filter { $0.0.namesItsRelease }.map(\.1)
    // Of each domain the newest; a bundle that names no release of its own adds to the others.
    let newest = Dictionary(
      named.map { ($0.domain, $0) },
      uniquingKeysWith: { ($0.date ?? "", $0.title) < ($1.date ?? "", $1.title) ? $1 : $0 })
    for (bundle, release) in zip(given, all) {
      if bundle.namesItsRelease, let newest = newest[release.domain], newest != release {
        notices.append(Notice(.mixedReleases, at: "\(release.title), for \(newest.title)"))
        continue
      }
      bundles.append(bundle)
      if release.version == nil { notices.append(Notice(.unknownRelease, at: bundle.source)) }
      if !releases.contains(release) { releases.append(release) }
    }
    copyright = bundles.flatMap(\.statements).distinct
    releases.sort {
      ($0.domain, $0.date ?? "", $0.title) < ($1.domain, $1.date ?? "", $1.title)
    }
  }

  private static func release(of bundle: StixBundle, version: String?) -> Release {
    let collection = bundle.collection
    return Release(
      domain: domain(of: bundle), version: collection?.version ?? version,
      date: collection?.modified.day ?? bundle.objects.map(\.modified).max()?.day)
  }

  /// The domain of most of the bundle's techniques.
  private static func domain(of bundle: StixBundle) -> Domain {
    var counts: [Domain: Int] = [:]
    for object in bundle.objects where object.type == "attack-pattern" {
      if let domain = object.ownDomains.first { counts[domain, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? .enterprise
  }
}

extension StixBundle {
  /// What ATT&CK states about the release as a whole.
  fileprivate var collection: StixObject? { objects.first { $0.type == "x-mitre-collection" } }

  fileprivate var statements: [String] {
    objects.lazy.filter { $0.type == "marking-definition" }.compactMap(\.statement)
  }

  fileprivate var namesItsRelease: Bool { collection?.version != nil }
}
