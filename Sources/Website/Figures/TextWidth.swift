/// The width of a text in a figure.
///
/// In Arial, and in the faces of the same widths, Helvetica and Liberation Sans: figures name these,
/// so that what fits here fits in a browser.
struct TextWidth: Sendable {
  /// In pixels.
  private let size: Double
  /// Of each letter of ASCII from the blank on, in thousandths of the size.
  private let letters: [Int]

  init(size: Double, isBold: Bool = false) {
    self.size = size
    letters = isBold ? Self.bold : Self.regular
  }

  func callAsFunction(_ text: some StringProtocol) -> Double {
    var sum = 0
    for letter in text.unicodeScalars { sum += thousandths(letter) }
    return width(sum)
  }

  /// Of that many thousandths of the size.
  func width(_ thousandths: Int) -> Double { Double(thousandths) * size / 1000 }

  /// The text, or as much of its beginning as fits with an ellipsis.
  func cut(_ text: String, to width: Double) -> String { String(cut(text[...], to: width)) }

  func cut(_ text: Substring, to width: Double) -> Substring {
    guard self(text) > width else { return text }
    let ellipsis = self.width(thousandths("…"))
    var (end, position) = (text.startIndex, text.startIndex)
    var sum = 0
    while position < text.endIndex {
      let next = text.index(after: position)
      for letter in text.unicodeScalars[position..<next] { sum += thousandths(letter) }
      if self.width(sum) + ellipsis > width { break }
      // Blanks go between words, not before an ellipsis.
      if text[position] != " " { end = next }
      position = next
    }
    return text[..<end] + "…"
  }

  func thousandths(_ letter: Unicode.Scalar) -> Int {
    let index = Int(letter.value) - 0x20
    if letters.indices.contains(index) { return letters[index] }
    return letter == "…" || letter.value > 0x2E80 ? 1000 : 667
  }

  /// From the blank to the tilde, in thousandths of the size.
  private static let regular = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
  private static let bold = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
  ]
}
