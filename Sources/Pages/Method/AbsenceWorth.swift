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
    "Giving less say to the reports that cite it was tried. The first twenty then hold "
      + "\(Format.finePercent(row.doubting.recallAt20)) % of what is still hidden, against "
      + "\(Format.finePercent(row.plain.recallAt20)) % without ([measured](evaluation.html))."
  }
}
