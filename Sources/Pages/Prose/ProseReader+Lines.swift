import Text

extension ProseReader {
  mutating func takeNewline() {
    rest = rest.dropFirst()
    if isCell { return putBlank() }
    endLine()
    markdown.append(.newline)
    beginLine()
  }

  /// A blank that begins no line.
  private mutating func putBlank() {
    if !markdown.isEmpty { put(" ") }
  }

  mutating func beginLine() {
    lineStart = markdown.count
    contentStart = lineStart
    continueLine()
  }

  /// What begins a line must begin no rule, table or block of code; a heading becomes a bold line.
  mutating func continueLine() {
    let indent = rest.prefix(while: \.isBlank).count
    rest = rest.dropFirst(indent)
    let line = rest.prefix(Self.longestHeading).prefix { $0 != .newline }
    guard let first = line.first else { return }
    if !Self.isRule(line), let marker = Self.marker(of: line) {
      takeMarker(marker, indent: indent)
    } else if first == UInt8(ascii: "#") {
      takeHeading(line)
    } else if first == UInt8(ascii: ">") || first == UInt8(ascii: "~") {
      put("\\")
      markdown.append(first)
      rest = rest.dropFirst()
    }
  }

  /// How much of a line is looked at where one begins.
  private static let longestHeading = 400

  /// What remains of a line after omissions must be no rule and no item either.
  mutating func endLine() {
    for start in [contentStart, lineStart] {
      let line = markdown[start...]
      guard Self.isRule(line), let sign = line.firstIndex(where: { !$0.isBlank }) else { continue }
      return markdown.insert(UInt8(ascii: "\\"), at: sign)
    }
    if let marker = Self.marker(of: markdown[contentStart...]) {
      markdown.insert(UInt8(ascii: "\\"), at: marker.endIndex - 1)
    }
  }

  /// Nothing but the characters of rules, underlines and tables.
  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { "=-_*+:~| \t".utf8.contains($0) }
  }

  /// `-`, `12.` and their like, where a list's item follows.
  private static func marker(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let digits = line.prefix(while: \.isDigit)
    let signs = digits.isEmpty ? "-*+" : ".)"
    let marker = line.prefix(digits.count + 1)
    guard digits.count < 10, let sign = line.dropFirst(digits.count).first,
      signs.utf8.contains(sign), line[marker.endIndex...].first?.isBlank == true
    else { return nil }
    return marker
  }

  /// An item stays one where lists may be, as deep as it was, up to what would be code.
  private mutating func takeMarker(_ marker: ArraySlice<UInt8>, indent: Int) {
    rest = rest[marker.endIndex...]
    if isCell || markdown.count - lineStart > Self.deepest {
      markdown += marker.dropLast()
      put("\\")
      markdown += marker.suffix(1)
      return
    }
    if marker.count == 1 { put(String(repeating: " ", count: min(indent, 3))) }
    markdown += marker
    put(" ")
    contentStart = markdown.count
    continueLine()
  }

  /// How far from its start a line may begin items.
  private static let deepest = 12

  /// `## Title` as a paragraph in bold; a single `#` is text.
  private mutating func takeHeading(_ line: ArraySlice<UInt8>) {
    let signs = line.prefix { $0 == UInt8(ascii: "#") }
    let title = line[signs.endIndex...].trimmingBlanks
    guard !isCell, (2...6).contains(signs.count), line[signs.endIndex...].first?.isBlank == true,
      !title.isEmpty
    else { return take(1, as: "\\#") }
    if markdown.last == .newline { put("\n") }
    put("**")
    put(plain: title)
    put("**\n")
    rest = rest[line.endIndex...]
  }

  /// One `<br>` breaks the line, several the paragraph; what follows begins a line.
  mutating func takeBreaks() {
    var count = 0
    var after = rest
    while let next = Self.afterBreak(after) {
      count += 1
      rest = next
      after = next.drop { $0.isBlank || $0 == .newline }
    }
    if isCell { return putBlank() }
    let gap = rest[..<after.startIndex]
    guard !after.isEmpty, !markdown.isEmpty, markdown.last != .newline,
      gap.count(where: { $0 == .newline }) < 2
    else { return }
    endLine()
    put(count == 1 ? "\\\n" : "\n\n")
    rest = after
    beginLine()
  }

  /// What follows a `<br>` at the start of `text`.
  static func afterBreak(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    ["<br>", "<br/>", "<br />"].lazy.compactMap { text.dropping($0) }.first
  }
}
