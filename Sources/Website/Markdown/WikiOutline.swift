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
  /// Sections, and the sections of rows, by their ids; a section by the number of its heading.
  private var sections: [String: Int] = [:]
  private var rows: [String: String] = [:]

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

  /// Rows of a table that stands in the present section.
  mutating func add(rows ids: some Sequence<String>) {
    guard let section else { return }
    for id in ids where rows[id] == nil { rows[id] = section }
  }

  /// The whole; a link to a section or row leads to its heading's anchor, or is left out.
  var text: String {
    var anchors = HeadingAnchors()
    let slugs = headings.map { anchors.next(lines[$0]) }
    var linked = lines
    for line in linking {
      linked[line] = InlineLinks.rewrite(lines[line]) { address in
        guard address.hasPrefix("#") else { return address }
        return heading(of: String(address.dropFirst())).map { "#" + slugs[$0] }
      }
    }
    if linked.last == "" { linked.removeLast() }
    return linked.joined(separator: "\n") + "\n"
  }
}

extension WikiOutline {
  private func heading(of id: String) -> Int? {
    sections[id] ?? rows[id].flatMap { sections[$0] }
  }

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
