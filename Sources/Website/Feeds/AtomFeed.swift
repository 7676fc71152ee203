import Pages
import Text

/// A feed as RFC 4287 (Atom) has it.
struct AtomFeed {
  let feed: Feed
  let site: SiteIdentity

  var bytes: [UInt8] {
    var xml = MarkupWriter(.xml)
    xml.put(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">

      """)
    xml.line("title", feed.title)
    xml.line("id", feed.id)
    xml.line("updated", moment)
    xml.put("<author>")
    xml.element("name", site.title)
    xml.put("</author>\n")
    xml.empty(
      "link", Attribute("rel", "alternate"), Attribute("type", "text/html"),
      Attribute("href", address(PageKind.changes.path)))
    xml.put("\n")
    xml.empty(
      "link", Attribute("rel", "self"), Attribute("type", "application/atom+xml"),
      Attribute("href", address(RecordPath.feed)))
    xml.put("\n")
    if let rights = site.copyright.first { xml.line("rights", rights) }
    for entry in feed.entries { write(entry, to: &xml) }
    xml.put("</feed>\n")
    return xml.bytes.bytes
  }

  private func write(_ entry: Feed.Entry, to xml: inout MarkupWriter) {
    xml.put("<entry>\n")
    xml.line("title", entry.title)
    xml.line("id", entry.id)
    xml.line("updated", moment)
    xml.empty(
      "link", Attribute("rel", "alternate"), Attribute("type", "text/html"),
      Attribute("href", address(entry.path)))
    xml.put("\n")
    xml.line("summary", entry.summary)
    xml.put("</entry>\n")
  }

  /// The first second of a day, since Atom has neither plain dates nor unknown ones.
  private var moment: String { "\(feed.date ?? "1970-01-01")T00:00:00Z" }

  /// Without a base URL it is relative, and resolved against the address of the feed.
  private func address(_ path: String) -> String { (site.baseURL ?? "") + path }
}

extension MarkupWriter {
  /// An element on a line of its own.
  fileprivate mutating func line(_ tag: StaticString, _ text: String) {
    element(tag, text)
    put("\n")
  }
}
