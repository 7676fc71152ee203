/// Which ATT&CK one bundle holds.
package struct Release: Equatable, Sendable {
  package let domain: Domain
  /// `18.1`; `nil` for STIX 2.0 bundles, which do not name it.
  package let version: String?
  /// The date of the data, `2025-11-13`: the collection's, else the newest object's; `nil` if no
  /// object has one.
  package let date: String?

  package init(domain: Domain, version: String?, date: String?) {
    self.domain = domain
    self.version = version
    self.date = date
  }

  /// Whether a text is a release's number, as `18.1`.
  package static func isVersion(_ text: String) -> Bool {
    text.wholeMatch(of: /[0-9]+(\.[0-9]+)*/) != nil
  }

  /// `Enterprise v18.1`, or `Enterprise, release unknown, newest object of 2018-04-18`.
  package var title: String {
    guard let version else {
      return "\(domain.title), release unknown, newest object of \(dateInWords)"
    }
    return "\(domain.title) v\(version)"
  }

  /// `2025-11-13`, or `an unknown date`.
  package var dateInWords: String { date ?? "an unknown date" }
}
