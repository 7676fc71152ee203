import Attack
import Corpora
import Pages

extension InferenceAnswer {
  /// The answer for programs; the terms of the reports and the base term sum to `raw`.
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
    ]
  }
}
