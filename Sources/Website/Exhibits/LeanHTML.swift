/// HTML without what every parser adds by itself.
///
/// That is quotes around plain values, the end tags of rows, cells and list items, and those of
/// paragraphs before a block or at the end of one: a sixth of the bytes of tables and figures, which
/// are the bulk of a page.
enum LeanHTML {
  static func trimmed(_ html: String) -> String {
    let bytes = Array(html.utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var at = 0
    var isInTag = false
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "<") where !isInTag:
        if let end = optionalTag(in: bytes, at: at) {
          at = end
          continue
        }
        isInTag = true
      case UInt8(ascii: ">"): isInTag = false
      case UInt8(ascii: "\"") where isInTag:
        at = copyValue(of: bytes, at: at, to: &kept)
        continue
      default: break
      }
      kept.append(bytes[at])
      at += 1
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// - Returns: the place after an end tag that may be left out.
  private static func optionalTag(in bytes: [UInt8], at start: Int) -> Int? {
    guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "/") else { return nil }
    if bytes[start...].starts(with: paragraph) {
      let end = start + paragraph.count
      let next = bytes[end...].drop { $0 == UInt8(ascii: "\n") }
      return blocks.contains { next.starts(with: $0) } ? end : nil
    }
    return optionalTags.first { bytes[start...].starts(with: $0) }.map { start + $0.count }
  }

  private static let paragraph = Array("</p>".utf8)
  /// What ends a paragraph by itself.
  private static let blocks = [
    "<p>", "<p ", "<ul>", "<ul ", "<ol>", "<ol ", "<div", "<table", "<h2", "<h3", "<figure",
    "<details", "<section", "</div>", "</section>", "</li>", "</details>",
  ].map { Array($0.utf8) }

  private static let optionalTags = [
    "</td>", "</th>", "</tr>", "</li>", "</option>", "</thead>", "</tbody>",
  ].map { Array($0.utf8) }

  /// Copies a value that begins with a quote, with its quotes only where they are needed.
  ///
  /// - Returns: the place after it.
  private static func copyValue(of bytes: [UInt8], at start: Int, to kept: inout [UInt8]) -> Int {
    let inside = start + 1
    let end = bytes[inside...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
    let after = min(bytes.count, end + 1)
    let isLast = after < bytes.count && bytes[after] == UInt8(ascii: "/")
    let value = bytes[inside..<end]
    let isPlain = !value.isEmpty && value.allSatisfy(needsNoQuote)
    if isPlain, value.last != UInt8(ascii: "/") {
      kept += value
      // Without a blank the slash of an empty element would be of the value.
      if isLast { kept.append(UInt8(ascii: " ")) }
    } else {
      kept += bytes[start..<after]
    }
    return after
  }

  private static func needsNoQuote(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "%"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
