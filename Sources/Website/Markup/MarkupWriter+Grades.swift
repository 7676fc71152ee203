import Measures
import Pages
import Text

extension MarkupWriter {
  /// How much more often than expected, in words.
  mutating func times(_ ratio: Double, _ grade: Grade?) {
    graded(grade) { $0.text(Format.times(ratio)) }
    put(" expected")
  }

  /// What `write` writes in the look of a grade: firm and possible look different, the rest is grey.
  mutating func graded(_ grade: Grade?, _ write: (inout MarkupWriter) -> Void) {
    switch grade {
    case .firm:
      put("<b class=up>")
      write(&self)
      put("</b>")
    case .possible:
      put("<span class=may>")
      write(&self)
      put("</span>")
    default: write(&self)
    }
  }
}
