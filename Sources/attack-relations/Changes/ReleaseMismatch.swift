import Attack
import Text

/// Why a release cannot be compared with one before.
enum ReleaseMismatch: Error {
  /// There is nothing before of some of its domains.
  case missing([Domain])
  /// The release before is of a domain that this one does not have.
  case foreign(Release, [Domain])
  /// What should be before is newer.
  case newer(Release, Release)

  static func check(
    _ before: Knowledge, before now: Knowledge
  ) throws(ReleaseMismatch) {
    let domains = now.releases.map(\.domain)
    // A team's own collection may be new.
    let missing = now.releases.filter { !$0.isTeamsOwn }.map(\.domain).filter { domain in
      !before.releases.contains { $0.domain == domain }
    }
    if !missing.isEmpty, missing.count < domains.count { throw .missing(missing) }
    for release in before.releases {
      guard let same = now.releases.first(where: { $0.domain == release.domain }) else {
        throw .foreign(release, domains)
      }
      if let date = release.date, let own = same.date, date > own { throw .newer(release, same) }
    }
  }
}

extension CommandError {
  /// Of the bundles that `build --previous` names.
  init(ofOption error: ReleaseMismatch) {
    switch error {
    case .missing(let domains):
      self.init(
        "--previous has no bundle of \(Format.list(domains.map(\.title))), expected one of "
          + "each domain that is built; give --previous once per bundle")
    case .foreign(let release, let domains):
      self.init(
        "--previous has \(release.title), expected a bundle of "
          + "\(Format.list(domains.map(\.title))), which is built")
    case .newer(let release, let own):
      self.init(
        "--previous has \(release.title), data of \(release.dateInWords), which is newer than "
          + "\(own.title), data of \(own.dateInWords), which is built; name the older one")
    }
  }

  /// Of the pairs of bundles that `diff` names.
  init(ofArguments error: ReleaseMismatch) {
    switch error {
    case .missing(let domains):
      self.init(
        "no older bundle of \(Format.list(domains.map(\.title))), expected one of each domain",
        "name the older and the newer bundle of one domain side by side")
    case .foreign(let release, let domains):
      self.init(
        "the older bundle is \(release.title), expected one of "
          + "\(Format.list(domains.map(\.title))), as the newer one",
        "name the older and the newer bundle of one domain side by side")
    case .newer(let release, let own):
      self.init(
        "the older bundle is \(release.title), data of \(release.dateInWords), which is newer than "
          + "\(own.title), data of \(own.dateInWords)",
        "name the older bundle first")
    }
  }
}
