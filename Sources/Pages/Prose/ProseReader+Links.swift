import Attack
import Corpora
import Text

extension ProseReader {
  /// `[text](address)`, or a bracket.
  mutating func takeLink() {
    guard let link = ProseLink(at: rest) else { return take(1, as: "\\[") }
    let text = HTMLEntity.decode(link.text).text
    if let path = AttackSite.id(in: link.address).flatMap({ targets.pages[$0] }) {
      put(
        unlinked.contains(path)
          ? MarkdownText.escape(text) : MarkdownText.link(text, location.href(path)))
    } else if WebAddress.isAllowed(link.address.text) {
      put(MarkdownText.link(text, link.address.text))
    } else {
      put(MarkdownText.escape(text))
    }
    rest = link.rest
  }

  /// `(Citation: name)`, a leaked `(LinkById : G0047)`, or a parenthesis.
  mutating func takeParenthesis() {
    if let after = rest.dropping("(Citation:"), takeCitation(after.droppingBlanks) { return }
    if let after = rest.dropping("(LinkById"), takeLeakedLink(after) { return }
    take(1, as: "(")
  }

  /// - Returns: whether `after` names something that can be cited, or left out.
  private mutating func takeCitation(_ after: ArraySlice<UInt8>) -> Bool {
    guard let citations else { return leaveOutCitation(after) }
    for citation in citations {
      guard let end = citation.rest(of: after) else { continue }
      put(citation.reference)
      rest = end
      return true
    }
    return false
  }

  /// Up to its closing parenthesis, and with the blank before it where nothing follows.
  private mutating func leaveOutCitation(_ after: ArraySlice<UInt8>) -> Bool {
    var depth = 1
    let nearby = after.prefix(1_000)
    let name = nearby.prefix { byte in
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      return depth > 0
    }
    let isClosed = nearby[name.endIndex...].first == UInt8(ascii: ")")
    guard let end = isClosed ? name.endIndex : nearby.firstIndex(of: UInt8(ascii: ")")) else {
      return false
    }
    rest = after[end...].dropFirst()
    if markdown.isEmpty { rest = rest.droppingBlanks }
    if rest.first.map({ " \t\n.,;:)".utf8.contains($0) }) ?? true { trimEnd() }
    let sentence = rest.droppingBlanks
    if sentence.first == UInt8(ascii: "."), markdown.last == sentence.first {
      rest = sentence.dropFirst()
    }
    return true
  }

  private mutating func put(_ reference: ExternalReference) {
    let number = numbers[reference.sourceName] ?? numbers.count + 1
    numbers[reference.sourceName] = number
    let mark =
      address(of: reference).map { "[\\[\(number)\\]](\(MarkdownText.destination($0)))" }
      ?? "\\[\(MarkdownText.escape(reference.sourceName))\\]"
    // Some texts cite the same source twice in a row.
    if markdown.suffix(mark.utf8.count).elementsEqual(mark.utf8) { return }
    if let last = markdown.last, last != UInt8(ascii: " "), last != .newline { put(" ") }
    put(mark)
  }

  private func address(of reference: ExternalReference) -> String? {
    if let path = targets.reports[ReportKey(reference)] { return location.href(path) }
    return reference.url.flatMap { WebAddress.isAllowed($0) ? $0 : nil }
  }

  private mutating func takeLeakedLink(_ after: ArraySlice<UInt8>) -> Bool {
    let inside = after.prefix(40).prefix { $0 != UInt8(ascii: ")") }
    let id = inside.reversed().prefix { $0.isLetterOrDigit || $0 == UInt8(ascii: ".") }.reversed()
    guard after[inside.endIndex...].first == UInt8(ascii: ")"),
      let path = targets.pages[String(decoding: id, as: UTF8.self)]
    else { return false }
    put(MarkdownText.link(String(decoding: id, as: UTF8.self), location.href(path)))
    rest = after[inside.endIndex...].dropFirst()
    return true
  }
}
