/// Breaks a name into the two lines that a cell has room for.
struct TextLines {
  let measure: TextWidth
  let width: Double

  /// One line or two; a first line ends with the blank it was broken at.
  ///
  /// What has no room is cut with an ellipsis.
  func split(_ name: String) -> [String] {
    guard measure(name) > width else { return [name] }
    let words = Self.words(of: name)
    var first = ""
    var used = 0
    while used < words.count, measure((first + words[used]).trimmedEnd) <= width {
      first += words[used]
      used += 1
    }
    guard used > 0 else { return [measure.cut(name, to: width)] }
    return [first, measure.cut(words[used...].joined(), to: width)]
  }

  /// Words with the blank, hyphen or slash that ends them.
  private static func words(of name: String) -> [String] {
    var words = [""]
    for letter in name {
      words[words.count - 1].append(letter)
      if letter == " " || letter == "-" || letter == "/" { words.append("") }
    }
    return words.filter { !$0.isEmpty }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
