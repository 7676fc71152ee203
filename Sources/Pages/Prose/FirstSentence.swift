/// The first sentence of a description, as the bundle has it, without its citations.
enum FirstSentence {
  /// Empty if there is none.
  static func of(_ text: String) -> String {
    let paragraph = text.prefix { !$0.isNewline }
    var depth = 0
    for index in paragraph.indices {
      switch paragraph[index] {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case ".", "!", "?":
        if depth == 0, isEnd(paragraph, index) { return String(paragraph[...index]) }
      default: break
      }
    }
    return String(paragraph)
  }

  /// Whether a sentence ends there: another one, or nothing, follows, and no abbreviation precedes.
  private static func isEnd(_ text: Substring, _ index: Substring.Index) -> Bool {
    if text[index] == ".", isAbbreviation(text[..<index].split(separator: " ").last ?? "") {
      return false
    }
    var rest = text[index...].dropFirst()
    while case let citation = rest.drop(while: \.isWhitespace), citation.hasPrefix("(Citation:"),
      let end = citation.firstIndex(of: ")")
    {
      rest = citation[end...].dropFirst()
    }
    guard let next = rest.first else { return true }
    guard next.isWhitespace, let letter = rest.first(where: { !$0.isWhitespace }) else {
      return rest.isEmpty
    }
    return letter.isUppercase || letter.isNumber || letter == "["
  }

  /// The end of a link is none.
  private static func isAbbreviation(_ word: Substring) -> Bool {
    if word.hasSuffix(")") { return false }
    return word.count < 2 || word.contains(".") || abbreviations.contains(String(word))
  }

  private static let abbreviations: Set = [
    "Co", "Corp", "Dr", "Inc", "Ltd", "Mr", "Ms", "No", "St", "al", "vs",
  ]
}
