import Text
import Pages

/// What `Templates/layout.html` wraps every page in.
struct LayoutContents: Sendable {
  let title: String
  let siteTitle: String
  /// At the head of the page.
  let brand: String
  /// The picture that is there instead.
  let logo: String?
  /// The template that words the page: a class for the style.
  let kind: String
  let summary: String
  /// What leads to the site's root.
  let base: String
  let home: String
  let release: String
  /// Style sheets, the first one ours.
  let css: [String]
  let themeScript: String
  /// Of this page alone.
  let scripts: [String]
  /// Data that scripts load on first use.
  let onUse: [Entry]
  /// The forms of a team's own ids, as a regular expression.
  let idPatterns: String?
  let noIndex: Bool
  let canonical: String?
  /// The feed, on the pages about changes.
  let feed: String?
  /// Where a retired page sends its reader.
  let successor: String?
  let navigation: [Entry]
  let trail: [Entry]
  let here: String
  let previous: Entry?
  let next: Entry?
  let pager: Bool
  let contents: [Entry]
  let hasContents: Bool
  let banner: String?
  /// How far the page may be passed on.
  let tlp: String?
  let head: ArraySlice<UInt8>
  let sections: ArraySlice<UInt8>
  let built: String
  let copyright: [String]
  let cite: String
  let method: String
  let words: String
  let search: String
  let data: String
  let footer: String?
  /// The list of pages that a team wrote by hand.
  let guides: String?
  /// Sites of older releases.
  let older: [Entry]
  let hasOlder: Bool

  struct Entry: Sendable {
    let text: String
    let href: String
    let isCurrent: Bool

    init(_ text: String, _ href: String, isCurrent: Bool = false) {
      self.text = text
      self.href = href
      self.isCurrent = isCurrent
    }
  }
}

extension LayoutContents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("title", \.title),
    .text("siteTitle", \.siteTitle),
    .text("brand", \.brand),
    .text("logo", \.logo),
    .text("kind", \.kind),
    .text("summary", \.summary),
    .text("base", \.base),
    .text("home", \.home),
    .text("release", \.release),
    .texts("css", \.css),
    .text("themeScript", \.themeScript),
    .texts("scripts", \.scripts),
    .items("onUse", \.onUse),
    .text("idPatterns", \.idPatterns),
    .flag("noIndex", \.noIndex),
    .text("canonical", \.canonical),
    .text("feed", \.feed),
    .text("successor", \.successor),
    .items("navigation", \.navigation),
    .items("trail", \.trail),
    .text("here", \.here),
    .item("previous", \.previous),
    .item("next", \.next),
    .flag("pager", \.pager),
    .items("contents", \.contents),
    .flag("hasContents", \.hasContents),
    .text("banner", \.banner),
    .text("tlp", \.tlp),
    .markup("head", \.head),
    .markup("sections", \.sections),
    .text("built", \.built),
    .texts("copyright", \.copyright),
    .text("cite", \.cite),
    .text("method", \.method),
    .text("words", \.words),
    .text("search", \.search),
    .text("data", \.data),
    .text("footer", \.footer),
    .text("guides", \.guides),
    .items("older", \.older),
    .flag("hasOlder", \.hasOlder),
  ]
}

extension LayoutContents.Entry: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("text", \.text),
    .text("href", \.href),
    .flag("isCurrent", \.isCurrent),
  ]
}
