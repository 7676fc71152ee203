import Text

/// The list of a site's pages for search engines, as sitemaps.org has it.
struct Sitemap {
  let baseURL: String
  /// Of the data: `2025-11-13`; `nil` if it is unknown.
  let date: String?

  /// Of those pages, by their paths.
  func bytes(_ pages: some Sequence<String>) -> [UInt8] {
    var xml = MarkupWriter(.xml)
    xml.put(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

      """)
    for path in pages.sorted() {
      xml.put("<url>")
      xml.element("loc", baseURL + path)
      if let date { xml.element("lastmod", date) }
      xml.put("</url>\n")
    }
    xml.put("</urlset>\n")
    return xml.bytes.bytes
  }
}
