/// Finds out which release of which domain each bundle is.
struct ReleaseReader {
  private(set) var releases: [Release] = []
  private(set) var copyright: [String] = []
  private(set) var notices: [Notice] = []

  init(_ bundles: [StixBundle], version: String?) {
    for bundle in bundles {
      let collection = bundle.objects.first { $0.type == "x-mitre-collection" }
      let newest = bundle.objects.map(\.modified).max()
      let release = Release(
        domain: Self.domain(of: bundle),
        version: collection?.version ?? version,
        date: (collection?.modified ?? newest)?.day ?? "an unknown date")
      if release.version == nil { notices.append(Notice(.unknownRelease, at: bundle.source)) }
      if !releases.contains(release) { releases.append(release) }
      for case let statement? in bundle.objects.map(\.statement)
      where !copyright.contains(statement) {
        copyright.append(statement)
      }
    }
    releases.sort { ($0.domain, $0.date, $0.title) < ($1.domain, $1.date, $1.title) }
    for (before, after) in zip(releases, releases.dropFirst()) where before.domain == after.domain {
      notices.append(Notice(.mixedReleases, at: "\(before.title) and \(after.title)"))
    }
  }

  /// The domain that most of the bundle's techniques are of.
  private static func domain(of bundle: StixBundle) -> Domain {
    var counts: [Domain: Int] = [:]
    for object in bundle.objects where object.type == "attack-pattern" {
      if let domain = object.ownDomains.first { counts[domain, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? .enterprise
  }
}
