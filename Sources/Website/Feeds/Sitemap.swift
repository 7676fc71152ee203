import Text

/// The list of a site's pages for search engines, as sitemaps.org has it.
struct Sitemap {
  let baseURL: String
  /// Of the data: `2025-11-13`; `nil` where it is unknown.
  let date: String?

  /// Of those pages, by their paths.
  func text(_ pages: some Sequence<String>) -> String {
    let changed = date.map { "<lastmod>\(HTMLText.escape($0))</lastmod>" } ?? ""
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

      """
        + pages.sorted().map { path in
          "<url><loc>\(HTMLText.escape(baseURL + path))</loc>\(changed)</url>\n"
        }.joined() + "</urlset>\n"
  }
}
