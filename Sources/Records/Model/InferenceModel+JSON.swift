import Attack
import Corpora
import Measures
package import Text

extension InferenceModel {
  /// The version of the file's form: what its fields are and mean.
  package static let schema = 1

  /// The file, by a tool of that version; the guide to the command line describes it.
  package func json(version: String) -> JSONText {
    let training = inference.model.training
    let profiles = inference.model.profiles.steps
    let members: [(key: String, value: JSONText)] = [
      ("schema", .integer(Self.schema)), ("tool", "attack-relations"), ("version", .text(version)),
      ("releases", .list(releases.map(\.json))), ("source_kind", .text(sourceKind)),
      ("id_patterns", .list(patterns.texts.map { .text($0) })),
      ("techniques", .list(zip(techniques, profiles).map { $0.json(profile: $1) })),
      ("successors", .list(successors.map(\.json))),
      (
        "reports",
        .list(
          zip(reports, zip(training.rows, training.clusters)).map { report, row in
            report.json(
              techniques: row.0.map { training.ids[Index($0)] }, cluster: row.1)
          })
      ),
      (
        "calibration",
        .list(
          zip(Calibration.sizes, inference.calibration.curves).map { size, curve in
            ["evidence": .integer(size), "knots": .list(curve.knots.map(\.json))]
          })
      ),
    ]
    return .object(members + (intrusions.map { [("intrusions", $0.json(training.ids))] } ?? []))
  }
}

extension InferenceModel.KnownTechnique {
  fileprivate func json(profile: [Int]) -> JSONText {
    let definition = definition.map { [("definition", JSONText.text($0))] } ?? []
    return .object(
      [("id", .text(id.description)), ("name", .text(name))] + definition + [
        ("domain", .text(domain.name)), ("platforms", .list(platforms.map { .text($0) })),
        ("profile", .list(profile.map { .integer($0) })),
        ("detections", .list(detections.map(\.json))),
      ])
  }
}

extension Detection {
  /// Without what ATT&CK does not name; the spelling only where it is another than the source.
  fileprivate var json: JSONText {
    .object(
      [
        ("platform", platform), ("component", component), ("source", source), ("channel", channel),
        ("spelling", spelling == source ? "" : spelling),
      ].filter { !$1.isEmpty }.map { ($0, .text($1)) })
  }
}

extension InferenceModel.Successor {
  fileprivate var json: JSONText {
    ["retired": .text(retired), "id": .text(id), "name": .text(name)]
  }
}

extension InferenceModel.KnownReport {
  fileprivate func json(techniques: [String], cluster: Int) -> JSONText {
    let marks = [("origin", origin), ("tlp", tlp?.rawValue)]
    return .object(
      [
        ("key", .text(key.text)), ("id", .text(id)), ("title", .text(title)),
        ("url", url.map { .text($0) } ?? .null),
        ("published", published.map { .text($0) } ?? .null),
      ] + marks.compactMap { name, value in value.map { (name, .text($0)) } }
        + (weight.map { [("weight", .integer($0))] } ?? []) + [
          ("cluster", .integer(cluster)), ("techniques", .list(techniques.map { .text($0) })),
        ])
  }
}

extension CalibrationCurve.Knot {
  fileprivate var json: JSONText { ["raw": .number(raw), "shown": .number(shown)] }
}
