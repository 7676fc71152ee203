import Text

/// The lines of a page in a Git wiki as they are put together, and where its sections begin.
///
/// A heading is written once there is something under it.
struct WikiOutline {
  private var lines: [ArraySlice<UInt8>] = []
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
  /// The anchors of rows.
  private var rows: Set<String> = []

  private struct Heading {
    let line: ArraySlice<UInt8>
    let level: Int
    let section: String?
  }

  mutating func begin(section id: String) {
    section = id
    isAnnounced = true
  }

  mutating func add(heading line: ArraySlice<UInt8>, level: Int) {
    while let last = waiting.last, last.level >= level { waiting.removeLast() }
    waiting.append(Heading(line: line, level: level, section: isAnnounced ? section : nil))
    isAnnounced = false
    if level == 1 { writeHeadings() }
  }

  /// Adds a line that is no heading; of several blank ones the first.
  mutating func add(_ line: ArraySlice<UInt8>, linksWithin: Bool = false) {
    if line.isEmpty { return waiting.isEmpty ? addGap() : () }
    writeHeadings()
    if linksWithin { linking.append(lines.count) }
    lines.append(line)
  }

  /// Notes that what follows has these anchors.
  mutating func add(anchors: [String]) { rows.formUnion(anchors) }

  /// Writes the whole; a link to a section leads to its heading's anchor, one to a row stays, any other
  /// is left out.
  func write(to bytes: inout ByteWriter) {
    var anchors = HeadingAnchors()
    let slugs = headings.map { anchors.next(lines[$0]) }
    var linked = lines
    for line in linking {
      linked[line] = InlineLinks.rewrite(lines[line]) { address in
        guard address.hasPrefix("#") else { return address }
        let id = String(address.dropFirst())
        return sections[id].map { "#" + slugs[$0] } ?? (rows.contains(id) ? address : nil)
      }
    }
    if linked.last?.isEmpty ?? false { linked.removeLast() }
    for (number, line) in linked.enumerated() {
      if number > 0 { bytes.put("\n") }
      bytes.put(bytes: line)
    }
    bytes.put("\n")
  }
}

extension WikiOutline {
  private mutating func addGap() {
    if let last = lines.last, !last.isEmpty { lines.append([]) }
  }

  private mutating func writeHeadings() {
    for heading in waiting {
      addGap()
      if let section = heading.section { sections[section] = headings.count }
      headings.append(lines.count)
      lines += [heading.line, []]
    }
    waiting.removeAll()
  }
}
