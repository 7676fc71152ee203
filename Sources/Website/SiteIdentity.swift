/// What every page of a site says of the site itself.
package struct SiteIdentity: Sendable {
  package var title = "attack-relations"
  /// Where the site will stand, with a slash at its end; `nil` leaves addresses relative.
  package var baseURL: String?
  /// Whether search engines are asked in.
  package var isPublic = false
  package var footer: String?
  /// A sentence above every page.
  package var banner: String?
  /// `Enterprise v18.1`.
  package var releases = ""
  /// What it was built from, as a sentence.
  package var built = ""
  package var copyright: [String] = []

  package init() {}
}
