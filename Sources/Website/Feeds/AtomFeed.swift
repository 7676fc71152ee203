import Pages
import Text

/// A feed as RFC 4287 (Atom) has it.
struct AtomFeed {
  let feed: Feed
  let site: SiteIdentity

  var text: String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
    <title>\(HTMLText.escape(feed.title))</title>
    <id>\(HTMLText.escape(feed.id))</id>
    <updated>\(moment)</updated>
    <author><name>\(HTMLText.escape(site.title))</name></author>
    <link rel="alternate" type="text/html" href="\(address(PageKind.changes.path))"/>
    <link rel="self" type="application/atom+xml" href="\(address(RecordPath.feed))"/>

    """ + site.copyright.map { "<rights>\(HTMLText.escape($0))</rights>\n" }.prefix(1).joined()
      + feed.entries.map(entry).joined() + "</feed>\n"
  }

  private func entry(_ entry: Feed.Entry) -> String {
    """
    <entry>
    <title>\(HTMLText.escape(entry.title))</title>
    <id>\(HTMLText.escape(entry.id))</id>
    <updated>\(moment)</updated>
    <link rel="alternate" type="text/html" href="\(address(entry.path))"/>
    <summary>\(HTMLText.escape(entry.summary))</summary>
    </entry>

    """
  }

  /// Of a day the first second, for Atom knows no days; nor that a date is unknown.
  private var moment: String { "\(HTMLText.escape(feed.date ?? "1970-01-01"))T00:00:00Z" }

  /// Without a base URL it is relative, and holds from where the feed stands.
  private func address(_ path: String) -> String {
    HTMLText.escape((site.baseURL ?? "") + path)
  }
}
