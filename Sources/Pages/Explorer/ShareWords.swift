import Measures
import Text

/// Why a report has its share of the say, in words.
enum ShareWords {
  /// `cites 2 of 2, similarity 0.80, 7 techniques`.
  static func reason(_ say: CalibratedInference.Say) -> String {
    "\(citing(say)), similarity \(Format.decimal(say.likeness, 2)), "
      + Format.count(say.techniques, "technique")
  }

  private static func citing(_ say: CalibratedInference.Say) -> String {
    if say.held > 0 { return "cites \(say.held) of \(say.evidence)" }
    return say.isKin ? "cites a relative only" : "cites none, but is similar"
  }
}
