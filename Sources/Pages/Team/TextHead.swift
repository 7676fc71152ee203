/// The head that a team's text may begin with, and that is no part of it: `---`, keys and values as
/// in YAML, `---`.
struct TextHead {
  /// What its `title` says.
  let title: String?
  /// What follows it.
  let body: String
  /// The lines before that.
  let lineCount: Int

  init(of text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let inside = lines.dropFirst().prefix { !Self.ends.contains($0) }
    guard lines.first == "---", inside.endIndex < lines.endIndex, inside.allSatisfy(Self.isYAML)
    else {
      (title, body, lineCount) = (nil, text, 0)
      return
    }
    title = inside.first { $0.hasPrefix("title:") }.flatMap {
      Self.value($0.dropFirst("title:".count))
    }
    body = lines[(inside.endIndex + 1)...].joined(separator: "\n")
    lineCount = inside.endIndex + 1
  }

  private static let ends: Set<Substring> = ["---", "..."]

  /// Whether a line may be one of YAML, and not of a text between two rules.
  private static func isYAML(_ line: Substring) -> Bool {
    guard let first = line.first, !" \t#-".contains(first) else { return true }
    let key = line.prefix { $0 != ":" }
    return key.endIndex < line.endIndex && !key.contains(" ")
  }

  /// A text of one line, with or without quotes; `nil` if it is empty.
  private static func value(_ text: Substring) -> String? {
    let text = text.drop { $0 == " " }
    guard let quote = text.first, quote == "\"" || quote == "'" else {
      let end = text.firstRange(of: " #")?.lowerBound ?? text.endIndex
      let plain = text[..<end].split(separator: " ").joined(separator: " ")
      return plain.isEmpty ? nil : plain
    }
    var value = ""
    var isEscaped = false
    for letter in text.dropFirst() {
      if !isEscaped, letter == quote { break }
      isEscaped = quote == "\"" && letter == "\\" && !isEscaped
      if !isEscaped { value.append(letter) }
    }
    return value.isEmpty ? nil : value
  }
}
