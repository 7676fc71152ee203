import Attack

extension ProseReader {
  /// The longest code that is looked for: a text of a megabyte must not take the square of that.
  private static let longestCode = 20_000

  /// `` `code` `` stays as it is where it ends in its paragraph.
  mutating func takeCode() {
    let fence = rest.prefix { $0 == UInt8(ascii: "`") }
    let after = rest[fence.endIndex...]
    let paragraph = Self.paragraph(after)
    guard let end = Self.end(of: fence, in: paragraph) else {
      return take(fence.count, as: String(repeating: "\\`", count: fence.count))
    }
    put(code: after[..<end.lowerBound])
    rest = after[end.upperBound...]
  }

  /// `<code>` up to its end, `<br>`; every other tag is text, as `<username>` is.
  mutating func takeTag() {
    if let after = rest.dropping("<code>") {
      takeCode(after)
    } else if let after = rest.dropping("</code>") {
      rest = after
    } else if Self.afterBreak(rest) != nil {
      takeBreaks()
    } else {
      take(1, as: "\\<")
    }
  }

  /// A `<code>` that does not end in its paragraph, or holds another, is left out.
  private mutating func takeCode(_ after: ArraySlice<UInt8>) {
    rest = after
    guard let (code, end) = Self.paragraph(after).cut(at: "</code>"),
      code.cut(at: "<code>") == nil
    else { return }
    put(code: HTMLEntity.decode(withoutLinks(code)))
    rest = after[end.startIndex...]
  }

  /// Up to the next empty line.
  private static func paragraph(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let text = text.prefix(longestCode)
    return text.cut(at: "\n\n")?.before ?? text
  }

  /// The next run of exactly as many backticks.
  private static func end(
    of fence: ArraySlice<UInt8>, in text: ArraySlice<UInt8>
  ) -> Range<Int>? {
    var from = text
    while let start = from.firstIndex(of: UInt8(ascii: "`")) {
      let run = from[start...].prefix { $0 == UInt8(ascii: "`") }
      if run.count == fence.count { return start..<run.endIndex }
      from = from[run.endIndex...]
    }
    return nil
  }

  /// Code in a fence longer than any that it holds.
  private mutating func put(code: ArraySlice<UInt8>) {
    let tick = UInt8(ascii: "`")
    let line = code.map { $0 == .newline ? UInt8(ascii: " ") : $0 }[...].trimmingBlanks
    guard !line.isEmpty else { return }
    let longest = line.split(whereSeparator: { $0 != tick }).map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let gap = line.first == tick || line.last == tick ? " " : ""
    put(fence + gap)
    markdown += line
    put(gap + fence)
  }

  /// Code with the texts of its links in their places.
  private func withoutLinks(_ code: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard code.cut(at: "](http") != nil else { return code }
    var kept: [UInt8] = []
    var rest = code
    while let byte = rest.first {
      if let link = ProseLink(at: rest), WebAddress.isAllowed(link.address.text) {
        kept += link.text
        rest = link.rest
      } else {
        kept.append(byte)
        rest = rest.dropFirst()
      }
    }
    return kept[...]
  }
}
