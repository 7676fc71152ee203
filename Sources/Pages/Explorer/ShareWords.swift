import Measures
import Text

/// Why a report has its share of the say, in words.
enum ShareWords {
  /// `holds 2 of 2, likeness 0.80, 7 techniques`.
  static func reason(_ say: CalibratedInference.Say) -> String {
    "\(holding(say)), likeness \(Format.decimal(say.likeness, 2)), "
      + Format.count(say.techniques, "technique")
  }

  private static func holding(_ say: CalibratedInference.Say) -> String {
    if say.held > 0 { return "holds \(say.held) of \(say.evidence)" }
    return say.isKin ? "holds a relative only" : "holds none, but alike"
  }
}
