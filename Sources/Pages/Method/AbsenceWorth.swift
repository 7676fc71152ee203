import Measures
import Text

/// What it would be worth to hold absences against reports, by a site's own evaluation, in words.
struct AbsenceWorth: Sendable {
  let row: AbsenceTrial.Row

  /// `nil` if nothing could be asked.
  init?(_ evaluation: Evaluation) {
    guard let row = evaluation.absences.rows.last(where: { $0.order == .telling }) else {
      return nil
    }
    self.row = row
  }

  var sentence: String {
    "Less say for the reports that hold it was tried: of what was then still hidden, "
      + "\(Format.finePercent(row.doubting.recallAt20)) % stood among the first twenty, and "
      + "\(Format.finePercent(row.plain.recallAt20)) % without that ([measured](evaluation.html))."
  }
}
