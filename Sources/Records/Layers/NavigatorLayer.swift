import Attack
import Text

/// A layer for MITRE's ATT&CK Navigator, in its format 4.5.
struct NavigatorLayer {
  let name: String
  let description: String
  let domain: Domain
  /// The release, `18.1`; only its first number is written.
  let version: String?
  let entries: [Entry]
  /// Of the colours.
  let most: Int
  let legend: String

  /// A technique: scored and told, or never seen, and hidden.
  struct Entry {
    let id: TechniqueID
    /// An integer, 1...100; `nil` where there is nothing to score.
    var score: Int?
    /// What the score is of, exactly; `nil` where the score says all.
    var value: String?
    var isHidden = false
    var showsSubs = false
  }

  var json: String {
    JSONText.object(
      [
        ("name", .text(name)),
        (
          "versions",
          [
            "attack": .text(version.map { String($0.prefix { $0 != "." }) } ?? ""),
            "navigator": "5.1.0", "layer": "4.5",
          ]
        ),
        ("domain", .text(domain.name)), ("description", .text(description)), ("sorting", 3),
        (
          "layout",
          ["layout": "side", "showName": true, "showID": true, "expandedSubtechniques": "none"]
        ),
        ("hideDisabled", true), ("techniques", .list(entries.map(\.json))),
        (
          "gradient",
          [
            "colors": ["#e8f1fa", "#6ba3cf", "#0a3166"], "minValue": 0,
            "maxValue": .integer(max(1, most)),
          ]
        ),
        ("legendItems", [["label": .text(legend), "color": "#0a3166"]]),
      ].map { (key: $0.0, value: $0.1) }
    ).compact
  }
}

extension NavigatorLayer.Entry {
  fileprivate var json: JSONText {
    if isHidden { return ["techniqueID": .text(id.description), "enabled": false] }
    var fields: [(key: String, value: JSONText)] = [("techniqueID", .text(id.description))]
    if let score { fields.append(("score", .integer(score))) }
    if let value { fields.append(("metadata", [["name": "reports", "value": .text(value)]])) }
    if showsSubs { fields.append(("showSubtechniques", true)) }
    return .object(fields)
  }
}
