package import Attack
package import Corpora

/// A description of the bundle as Markdown that is safe to show.
///
/// ATT&CK's descriptions are Markdown with HTML in it. `<code>` and `<br>` become Markdown; every
/// other `<` is text, as are images; links stay where they are http or https, and links to ATT&CK's
/// own pages become local where the site has the page; citations become numbered links.
package struct Prose: Sendable {
  /// Where things stand that a description may name.
  package struct Targets: Sendable {
    /// Paths of the site by ATT&CK id: `T1055.011`, `G0047`.
    package let pages: [String: String]
    /// Paths of the site by a report's key.
    package let reports: [ReportKey: String]
  }

  package private(set) var markdown = ""

  private let references: [ExternalReference]
  private let targets: Targets
  private let place: Place
  private var rest: Substring
  /// The numbers of the citations so far, by name.
  private var numbers: [String: Int] = [:]

  /// - Parameters:
  ///   - text: as the bundle has it.
  ///   - references: of the same object: what its citations may name.
  ///   - place: the page that it stands on.
  package init(
    _ text: String, citing references: [ExternalReference], _ targets: Targets, at place: Place
  ) {
    self.references = references.sorted { $0.sourceName.utf8.count > $1.sourceName.utf8.count }
    self.targets = targets
    self.place = place
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let tame = lines.map(Self.tame).joined(separator: "\n")
    rest = tame[...]
    while !rest.isEmpty { step() }
  }

  /// The first paragraph, and what follows it.
  package var parts: (first: String, rest: String?) {
    let text = markdown.drop { $0 == "\n" }
    guard let gap = text.firstRange(of: "\n\n") else { return (String(text), nil) }
    let rest = text[gap.upperBound...].drop { $0 == "\n" }
    return (String(text[..<gap.lowerBound]), rest.isEmpty ? nil : String(rest))
  }
}

extension Prose {
  /// A line whose start makes no heading, rule or block of code.
  private static func tame(_ line: Substring) -> String {
    let bare = line.drop { $0 == " " || $0 == "\t" }
    if bare.isEmpty { return "" }
    let isRule = bare.allSatisfy { "=-_* ".contains($0) } && Set(bare).subtracting(" ").count == 1
    if bare.hasPrefix("#") || isRule { return "\\" + bare }
    let isItem = bare.hasPrefix("* ") || bare.hasPrefix("- ") || bare.hasPrefix("+ ")
    let indent = line.count - bare.count
    return String(repeating: " ", count: isItem ? min(indent, 3) : 0) + bare
  }

  /// Takes one piece off the rest and says it in Markdown.
  private mutating func step() {
    switch rest.first {
    case "`": takeCode()
    case "<": takeTag()
    case "[": takeLink()
    case "(": takeParenthesis()
    case "!" where rest.dropFirst().first == "[": take("!", as: "\\!")
    case "|": take("|", as: "\\|")
    case "\\": takeBackslash()
    case "h" where rest.hasPrefix("http"): takeAddress()
    default:
      let plain = rest.utf8.dropFirst().prefix { !Self.signs.contains($0) }
      let end = plain.endIndex
      markdown += rest[..<end]
      rest = rest[end...]
    }
  }

  private static let signs = Set("`<[(!|\\h".utf8)

  private mutating func take(_ text: String, as replacement: String) {
    rest = rest.dropFirst(text.count)
    markdown += replacement
  }

  /// A backslash before punctuation would swallow itself: ATT&CK means paths.
  private mutating func takeBackslash() {
    let next = rest.dropFirst().first
    let isEscape = next.map { "`*_{}[]()#+-.!|<>\\".contains($0) } ?? false
    if isEscape, let next, "*_".contains(next) {
      take("\\" + String(next), as: "\\" + String(next))
    } else {
      take("\\", as: "\\\\")
    }
  }

  /// `` `code` `` stays as it is where it ends in its paragraph.
  private mutating func takeCode() {
    let fence = rest.prefix { $0 == "`" }
    let after = rest[fence.endIndex...]
    let paragraph = after.firstRange(of: "\n\n").map { after[..<$0.lowerBound] } ?? after
    guard let end = Self.end(of: fence, in: paragraph) else {
      return take(String(fence), as: fence.map { _ in "\\`" }.joined())
    }
    put(code: String(after[..<end.lowerBound]))
    rest = rest[end.upperBound...]
  }

  /// The next run of exactly as many backticks.
  private static func end(of fence: Substring, in text: Substring) -> Range<String.Index>? {
    var from = text.startIndex
    while let start = text[from...].firstIndex(of: "`") {
      let run = text[start...].prefix { $0 == "`" }
      if run.count == fence.count { return start..<run.endIndex }
      from = run.endIndex
    }
    return nil
  }

  private mutating func put(code: String) {
    let code = code.replacing("\n", with: " ").trimmingBlanks
    guard !code.isEmpty else { return }
    var fence = "`"
    while code.contains(fence) { fence += "`" }
    let gap = code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
    markdown += fence + gap + code + gap + fence
  }

  /// `<code>` up to its end, `<br>`; every other tag is text, as `<username>` is.
  private mutating func takeTag() {
    let tag = rest.prefix { $0 != ">" }.lowercased()
    switch tag {
    case "<br", "<br/", "<br /": take(tag + ">", as: "\\\n")
    case "<code":
      let after = rest.dropFirst("<code>".count)
      let end = after.firstRange(of: "</code>")
      let stop =
        [after.firstRange(of: "<code>"), after.firstRange(of: "\n\n")]
        .compactMap { $0?.lowerBound }.min() ?? after.endIndex
      if let end, end.lowerBound < stop {
        put(code: String(after[..<end.lowerBound]))
        rest = after[end.upperBound...]
      } else {
        rest = after
      }
    case "</code": rest = rest.dropFirst("</code>".count)
    default: take("<", as: "\\<")
    }
  }
}

extension Prose {
  /// `[text](address)`, or a bracket.
  private mutating func takeLink() {
    guard let middle = rest.firstRange(of: "]("),
      let end = rest[middle.upperBound...].firstIndex(of: ")")
    else { return take("[", as: "\\[") }
    let text = rest[rest.index(after: rest.startIndex)..<middle.lowerBound]
    let address = String(rest[middle.upperBound..<end])
    guard !text.contains("["), !text.contains("]"), !text.contains("\n\n"),
      !address.contains(where: \.isWhitespace)
    else { return take("[", as: "\\[") }
    markdown += link(String(text), address)
    rest = rest[rest.index(after: end)...]
  }

  private func link(_ text: String, _ address: String) -> String {
    if let path = localPath(address) { return MarkdownText.link(text, place.href(path)) }
    guard WebAddress.isAllowed(address) else { return MarkdownText.escape(text) }
    return MarkdownText.link(text, address)
  }

  /// Where the site itself tells of what an address of attack.mitre.org tells of.
  private func localPath(_ address: String) -> String? {
    guard let site = address.firstRange(of: "://attack.mitre.org/") else { return nil }
    let parts = address[site.upperBound...].split(separator: "/")
    guard parts.count >= 2 else { return nil }
    return targets.pages[parts[1...].prefix(2).joined(separator: ".")] ?? nil
  }

  /// `(Citation: name)`, a leaked `(LinkById : G0047)`, or a parenthesis.
  private mutating func takeParenthesis() {
    if rest.hasPrefix("(Citation: ") {
      let after = rest.dropFirst("(Citation: ".count)
      for reference in references where after.hasPrefix(reference.sourceName + ")") {
        put(citation: reference)
        rest = after.dropFirst(reference.sourceName.count + 1)
        return
      }
    }
    if rest.hasPrefix("(LinkById"), let end = rest.firstIndex(of: ")") {
      let id = rest[..<end].split(whereSeparator: { $0 == ":" || $0 == " " }).last.map(String.init)
      if let id, let path = targets.pages[id] {
        markdown += MarkdownText.link(id, place.href(path))
        rest = rest[rest.index(after: end)...]
        return
      }
    }
    take("(", as: "(")
  }

  private mutating func put(citation reference: ExternalReference) {
    let number = numbers[reference.sourceName] ?? numbers.count + 1
    numbers[reference.sourceName] = number
    let gap = markdown.last.map { $0 == " " || $0 == "\n" } ?? true ? "" : " "
    markdown += gap
    if let address = address(of: reference) {
      markdown += "[\\[\(number)\\]](\(MarkdownText.destination(address)))"
    } else {
      markdown += "\\[\(MarkdownText.escape(reference.sourceName))\\]"
    }
  }

  private func address(of reference: ExternalReference) -> String? {
    if let path = targets.reports[ReportKey(reference)] { return place.href(path) }
    return reference.url.flatMap { WebAddress.isAllowed($0) ? $0 : nil }
  }

  /// A bare address is text, never a link of its own.
  private mutating func takeAddress() {
    let word = rest.prefix { !$0.isWhitespace && !"`<[(!|\\".contains($0) }
    markdown += word
    rest = rest[word.endIndex...]
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last].drop(while: \.isWhitespace))
  }
}
