import Text
import Measures
import Pages

/// Writes the partners that stand out.
struct StandoutsHTML {
  let place: PageLocation

  func html(_ standouts: Standouts) -> String {
    "<ol class=\"out\">\n" + standouts.entries.map(item).joined() + "</ol>\n"
  }

  private func item(_ entry: Standouts.Entry) -> String {
    let detail = "\(Format.count(entry.together)) of \(Format.count(entry.base, "report"))"
    return """
      <li><span class="nm"><a href="\(place.href(entry.path))">\
      <i>\(entry.id)</i> \(HTMLText.escape(entry.name))</a></span>\
      <span class="x">\(GradeHTML.times(entry.ratio, entry.lower, entry.grade))</span>\
      <small><a href="\(place.href(entry.evidencePath))">\(detail)</a>, \
      \(Format.decimal(entry.expected, 1)) expected; in \(Format.count(entry.partnerReports)) of \
      all</small></li>

      """
  }
}
