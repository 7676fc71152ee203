package import Pages
import Records
import Text

/// What every page of a folder of Markdown says around its text: the team's banner and footer, and whose
/// ATT&CK is.
package struct MarkdownFrame: Sendable {
  private let banner: String?
  /// Markdown.
  private let footer: [String]

  /// Where the licence is in the folder.
  static let license = "LICENSE-ATTACK.md"

  /// The licence as a page of the folder.
  static func license(for site: SiteIdentity) -> [UInt8] {
    Array(FrontMatter(title: licenseTitle).text.utf8)
      + AttackLicense(copyright: site.copyright.map(MarkdownText.escape), date: site.date).bytes
  }

  private static let licenseTitle = "Licence of ATT&CK"

  /// `location` is that of the page.
  package init(_ site: SiteIdentity, at location: PageLocation) {
    banner = site.banner
    let license = MarkdownText.link(Self.licenseTitle, location.href(Self.license))
    footer =
      [site.copyright.map(MarkdownText.escape).joined(separator: " "), license]
      + [site.footer.map(MarkdownText.escape)].compactMap(\.self)
  }

  func writeHead(to bytes: inout ByteWriter) {
    guard let banner else { return }
    bytes.put("> ")
    bytes.put(text: MarkdownText.escape(banner))
    bytes.put("\n\n")
  }

  func writeFoot(to bytes: inout ByteWriter) {
    bytes.put("\n---\n\n")
    bytes.put(text: footer.filter { !$0.isEmpty }.joined(separator: " · "))
    bytes.put("\n")
  }
}
