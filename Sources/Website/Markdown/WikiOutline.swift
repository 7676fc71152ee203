/// The lines of a page in a Git wiki as they are put together, and where its sections begin.
///
/// A heading is written once something stands under it.
struct WikiOutline {
  private var lines: [String] = []
  /// The lines that link to an anchor of the page.
  private var linking: [Int] = []
  /// The lines that are headings.
  private var headings: [Int] = []
  private var waiting: [Heading] = []
  /// The id of the section that was begun last, and whether its heading is still to come.
  private var section: String?
  private var isAnnounced = false
  /// The numbers of the sections' headings by the sections' ids.
  private var sections: [String: Int] = [:]

  private struct Heading {
    let line: String
    let level: Int
    let section: String?
  }

  mutating func begin(section id: String) {
    section = id
    isAnnounced = true
  }

  mutating func add(heading line: String, level: Int) {
    while let last = waiting.last, last.level >= level { waiting.removeLast() }
    waiting.append(Heading(line: line, level: level, section: isAnnounced ? section : nil))
    isAnnounced = false
    if level == 1 { writeHeadings() }
  }

  /// Adds a line that is no heading; of several blank ones the first.
  mutating func add(_ line: String, linksWithin: Bool = false) {
    if line.isEmpty { return waiting.isEmpty ? addGap() : () }
    writeHeadings()
    if linksWithin { linking.append(lines.count) }
    lines.append(line)
  }

  /// The whole; a link to a section leads to its heading's anchor, any other is left out.
  var text: String {
    var anchors = HeadingAnchors()
    let slugs = headings.map { anchors.next(lines[$0]) }
    var linked = lines
    for line in linking {
      linked[line] = InlineLinks.rewrite(lines[line]) { address in
        guard address.hasPrefix("#") else { return address }
        return sections[String(address.dropFirst())].map { "#" + slugs[$0] }
      }
    }
    if linked.last == "" { linked.removeLast() }
    return linked.joined(separator: "\n") + "\n"
  }
}

extension WikiOutline {
  private mutating func addGap() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  private mutating func writeHeadings() {
    for heading in waiting {
      addGap()
      if let section = heading.section { sections[section] = headings.count }
      headings.append(lines.count)
      lines += [heading.line, ""]
    }
    waiting.removeAll()
  }
}
