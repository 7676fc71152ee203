/// Breaks a name into the two lines that a cell has room for.
struct TextLines {
  let measure: TextWidth
  let width: Double

  /// One line or two; a first line ends with the blank it was broken at.
  struct Lines {
    let first: Substring
    var second: Substring?
    /// Whether an ellipsis replaces the end.
    var isCut = false
  }

  /// The lines of a name; what has no room is cut with an ellipsis.
  func split(_ name: String) -> Lines {
    guard measure(name) > width else { return Lines(first: name[...]) }
    let start = firstLine(of: name)
    let rest = measure.cut(name[start...], to: width)
    let isCut = rest != name[start...]
    if start == name.startIndex { return Lines(first: rest, isCut: isCut) }
    return Lines(first: name[..<start], second: rest, isCut: isCut)
  }

  /// Where the first line ends: after the last blank, hyphen or slash before which there is room.
  private func firstLine(of name: String) -> String.Index {
    let letters = name.unicodeScalars
    var end = name.startIndex
    // Of all letters so far, and of those before the blanks at their end.
    var (all, trimmed) = (0, 0)
    var index = letters.startIndex
    while index < letters.endIndex {
      let letter = letters[index]
      all += measure.thousandths(letter)
      if letter != " " { trimmed = all }
      letters.formIndex(after: &index)
      guard letter == " " || letter == "-" || letter == "/" || index == letters.endIndex else {
        continue
      }
      if measure.width(trimmed) > width { break }
      end = index
    }
    return end
  }
}
