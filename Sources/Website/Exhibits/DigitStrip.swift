import Pages
import Text

/// Which of ten suggestions something shows, as digits: `1·3456789·`.
struct DigitStrip {
  let marks: [Cell.Mark]

  init(_ marks: [Cell.Mark]) { self.marks = marks }

  /// The digits; those that no row above has are between the two marks.
  func write(strong: (open: StaticString, close: StaticString), to bytes: inout ByteWriter) {
    var isStrong = false
    for (index, mark) in marks.enumerated() {
      if (mark == .first) != isStrong {
        bytes.put(isStrong ? strong.close : strong.open)
        isStrong.toggle()
      }
      mark == .absent ? bytes.put("·") : bytes.integer((index + 1) % 10)
    }
    if isStrong { bytes.put(strong.close) }
  }
}
