import Text
import Attack
import Corpora
import Pages

extension InferenceAnswer {
  /// The answer for programs; the terms of the reports and the base term sum to `raw`.
  ///
  /// `look_in` is where a technique shows according to ATT&CK, on every platform: a
  /// `{"platform", "component", "log_sources"}` for each platform and data component, in the order of
  /// their names. The platform is `null` for any; before v18 a data source is what is called a log
  /// source here, if that.
  var json: String {
    let value: JSONText = [
      "evidence": .list(evidence.map { .text($0.id.description) }),
      "unknown": .list(unknown.map { .text($0) }), "releases": .list(releases.map { .text($0) }),
      "reports_with_all": .integer(reportsWithAll),
      "techniques": .list(candidates.map(\.json)),
    ]
    return value.compact
  }
}

extension InferenceAnswer.Candidate {
  fileprivate var json: JSONText {
    [
      "technique": .text(technique.id.description), "name": .text(technique.name),
      "raw": .number(raw), "probability": .number(probability), "low": .number(low),
      "high": .number(high), "base_rate": .number(baseRate), "base_term": .number(baseTerm),
      "together": .integer(together),
      "reports": .list(
        reports.map { report, term in ["id": .text(report.id), "term": .number(term)] }),
      "look_in": .list(DetectionGroup.groups(of: traces).map(\.json)),
    ]
  }
}

extension DetectionGroup {
  fileprivate var json: JSONText {
    [
      "platform": platform.isEmpty ? .null : .text(platform), "component": .text(component),
      "log_sources": .list(sources.map(\.name).filter { !$0.isEmpty }.map { .text($0) }),
    ]
  }
}
