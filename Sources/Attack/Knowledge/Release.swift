/// Which ATT&CK of one domain is there, and what a team's own collections add to it.
package struct Release: Equatable, Sendable {
  package let domain: Domain
  /// `18.1`, as it is written; `nil` where it is not said, as in STIX 2.0 bundles.
  package let version: String?
  /// The date of the data, `2025-11-13`: the collection's, else the newest object's; `nil` if no
  /// object has one.
  package let date: String?
  /// A team's own collections with objects of this domain, by name.
  package let collections: [TeamCollection]
  /// Whether there is nothing but those collections.
  package let isTeamsOwn: Bool

  package init(
    domain: Domain, version: String?, date: String?, collections: [TeamCollection] = [],
    isTeamsOwn: Bool = false
  ) {
    self.domain = domain
    self.version = version
    self.date = date
    self.collections = collections
    self.isTeamsOwn = isTeamsOwn
  }

  /// `18` of `18.1`, as Navigator layers want it; `nil` where the release is not known.
  package var major: String? { version.map { String($0.prefix(while: \.isNumber)) } }

  /// Whether a text is a release's number, as `18.1` or `11.0-beta`.
  package static func isVersion(_ text: String) -> Bool { ReleaseNumber(text) != nil }

  /// `Enterprise v18.1 with Our extensions 0.3`, `Our extensions 0.3`, or `Enterprise, release
  /// unknown, newest object of 2018-04-18`.
  package var title: String {
    let names = collections.map(\.title).joined(separator: ", ")
    if isTeamsOwn, version == nil { return names }
    return names.isEmpty ? ownTitle : "\(ownTitle) with \(names)"
  }

  private var ownTitle: String {
    guard let version else {
      return "\(domain.title), release unknown, newest object of \(dateInWords)"
    }
    return "\(domain.title) v\(version)"
  }

  /// Whether its title leaves the date to others.
  package var isDated: Bool { version != nil || isTeamsOwn }

  /// `2025-11-13`, or `an unknown date`.
  package var dateInWords: String { date ?? "an unknown date" }
}
