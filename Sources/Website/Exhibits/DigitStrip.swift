import Pages

/// Which of ten suggestions something shows, as digits: `1·3456789·`.
struct DigitStrip {
  let marks: [Cell.Mark]

  init(_ marks: [Cell.Mark]) { self.marks = marks }

  /// The digits; those that no row above has stand between the two signs.
  func text(strong: (open: String, close: String)) -> String {
    var text = ""
    var isStrong = false
    for (place, mark) in marks.enumerated() {
      if (mark == .first) != isStrong {
        text += isStrong ? strong.close : strong.open
        isStrong.toggle()
      }
      text += mark == .absent ? "·" : String((place + 1) % 10)
    }
    return isStrong ? text + strong.close : text
  }
}
