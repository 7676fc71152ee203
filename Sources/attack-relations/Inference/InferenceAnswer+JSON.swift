import Attack
import Corpora
import Measures
import Pages
import Records
import Storage
import Text

extension InferenceAnswer {
  /// The version of the form of an answer.
  static let schema = 2

  /// The answer for programs; the shares of the reports that are listed, `reports_left_out` (the sum
  /// of the others) and `base_term` sum to `raw`.
  ///
  /// `look_in` is where a technique shows according to ATT&CK, on every platform: a
  /// `{"platform", "component", "log_sources"}` for each platform and data component, in the order of
  /// their names. The platform is `null` for any; before v18 a data source is what is called a log
  /// source here, if that. `visible` stands there if the sources that somebody has are told.
  func json(reports most: Int) -> JSONText {
    let head: [(key: String, value: JSONText)] = [
      ("schema", .integer(Self.schema)), ("tool", "attack-relations"),
      ("version", .text(ToolVersion.number)), ("order", .text(order.rawValue)),
      ("evidence", .list(evidence.map { .text($0.id.description) })),
      ("absent", .list(absent.map { .text($0.id.description) })),
      ("unknown", .list(unknown.map { .text($0) })),
      ("releases", .list(releases.map { .text($0.title) })),
    ]
    let marking = tlp.map { [(key: "marking", value: JSONText.text($0.title))] } ?? []
    let rest: [(key: String, value: JSONText)] = [
      ("reports_with_all", .integer(reportsWithAll)),
      (
        "techniques",
        .list(candidates.enumerated().map { $1.json(reports: most, visible: visibility($0)) })
      ),
    ]
    let chains = intrusion.map { [(key: "chains", value: $0.json)] } ?? []
    return .object(head + marking + rest + chains)
  }
}

extension InferenceAnswer {
  /// `yes`, `likely` or `no`, with the log sources that are held; nothing if these are not told.
  private func visibility(_ index: Int) -> String? {
    guard held.isTold else { return nil }
    let places = visible.places[index]
    return places.isEmpty ? "no" : places.contains(where: \.isLikely) ? "likely" : "yes"
  }
}

extension InferenceAnswer.Candidate {
  fileprivate func json(reports most: Int, visible: String?) -> JSONText {
    let members: [(key: String, value: JSONText)] = [
      ("technique", .text(technique.id.description)), ("name", .text(technique.name)),
      ("raw", .number(raw)), ("probability", .number(probability)), ("low", .number(low)),
      ("high", .number(high)), ("usual", .number(usual)), ("times", .number(times)),
      ("score", .number(score)), ("together", .integer(together)), ("base_term", .number(baseTerm)),
      ("reports", .list(reports.prefix(most).map { $0.report.json(share: $0.share) })),
      ("reports_left_out", .number(reports.dropFirst(most).reduce(0) { $0 + $1.share })),
      ("look_in", .list(DetectionGroup.groups(of: technique.detections).map(\.json))),
    ]
    let covered = coverage.map { [("covered", JSONText.text($0.rawValue))] } ?? []
    let placed = part.map { [("part", $0.json)] } ?? []
    return .object(members + placed + covered + (visible.map { [("visible", .text($0))] } ?? []))
  }
}

extension InferenceModel.KnownReport {
  fileprivate func json(share: Double) -> JSONText {
    .object(
      [
        ("id", .text(id)), ("title", .text(title)), ("url", url.map { .text($0) } ?? .null),
        ("published", published.map { .text($0) } ?? .null),
      ] + (origin.map { [("origin", .text($0))] } ?? []) + [("share", .number(share))])
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
