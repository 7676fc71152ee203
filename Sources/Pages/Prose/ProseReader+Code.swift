import Attack
import Text

extension ProseReader {
  /// `` `code` `` stays as it is where it ends in its paragraph.
  mutating func takeCode() {
    let fence = rest.prefix { $0 == UInt8(ascii: "`") }
    let after = rest[fence.endIndex...]
    guard let end = Self.end(of: fence, in: after.prefix(Self.longestCode)) else {
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
    var position = after.startIndex
    while let next = after[position...].firstIndex(where: {
      $0 == UInt8(ascii: "<") || $0 == .newline
    }
    ) {
      let tail = after[next...]
      if let end = tail.dropping("</code>") {
        put(code: HTMLEntity.decode(withoutLinks(after[..<next])))
        rest = end
        return
      }
      if tail.dropping("<code>") != nil || tail.starts(with: "\n\n".utf8) { return }
      position = next + 1
    }
  }

  /// The longest code that is looked for: a text of a megabyte must not take quadratic time.
  private static let longestCode = 20_000

  /// The next run of exactly as many backticks in the same paragraph.
  private static func end(
    of fence: ArraySlice<UInt8>, in text: ArraySlice<UInt8>
  ) -> Range<Int>? {
    let tick = UInt8(ascii: "`")
    var position = text.startIndex
    while let next = text[position...].firstIndex(where: { $0 == tick || $0 == .newline }) {
      let run = text[next...].prefix { $0 == text[next] }
      if text[next] == .newline, run.count > 1 { return nil }
      if text[next] == tick, run.count == fence.count { return next..<run.endIndex }
      position = run.endIndex
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

  /// Code with its links replaced by their texts.
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
