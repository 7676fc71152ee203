import Text

/// What every page of a site shows of the site itself.
package struct SiteIdentity: Equatable, Sendable {
  package var title = "attack-relations"
  /// What is at the head of every page instead of the title: a text, or the name of a picture.
  package var logo: String?
  /// The address of the site, with a slash at its end; `nil` leaves addresses relative.
  package var baseURL: String?
  /// Whether search engines may index the site.
  package var isPublic = false
  package var footer: String?
  /// The forms of a team's own ids, as a regular expression.
  package var idPatterns: String?
  /// A sentence above every page.
  package var banner: String?
  /// Whether it counts reports beside ATT&CK's.
  package var hasEvidence = false
  /// `Enterprise v18.1`.
  package var releases = ""
  /// What it was built from, as a sentence.
  package var built = ""
  package var copyright: [String] = []
  /// Sites of older releases.
  package var olderSites: [OlderSite] = []
  /// Whether there is a list of pages that a team wrote by hand.
  package var hasGuides = false
  /// Of the newest data: `2025-11-13`; `nil` if it is unknown.
  package var date: String?
  /// Whether there is a feed of what changed since the previous release.
  package var hasFeed = false

  /// The name of the logo's file, if it is a picture.
  var picture: String? { logo.flatMap { FileName.isPicture($0) ? $0 : nil } }

  /// What is at the head of every page in words, or in place of the picture.
  var brand: String { picture == nil ? logo ?? title : title }

  /// The path of the site on its server, `/wiki/`, where that is known.
  var serverPath: String? {
    baseURL.flatMap { url in
      url.firstRange(of: "://").flatMap { scheme in
        url[scheme.upperBound...].firstIndex(of: "/").map { String(url[$0...]) }
      }
    }
  }

  /// The address of the site of another release.
  package struct OlderSite: Equatable, Sendable {
    package let title: String
    package let url: String

    package init(title: String, url: String) {
      self.title = title
      self.url = url
    }
  }

  package init() {}
}
