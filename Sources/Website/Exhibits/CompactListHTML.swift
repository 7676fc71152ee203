import Text
import Pages

/// Writes a list of techniques, each with the numbers of its reports.
struct CompactListHTML {
  let place: PageLocation

  func html(_ roll: CompactList) -> String {
    let items = roll.entries.map { entry in
      """
      <li id="\(entry.id)"><a href="\(place.href(entry.path))">\(entry.id) \
      \(HTMLText.escape(entry.name))</a> \(entry.reports.map(String.init).joined(separator: " "))</li>
      """
    }
    return "<ul class=\"roll\">\n\(items.joined(separator: "\n"))\n</ul>\n"
  }
}
