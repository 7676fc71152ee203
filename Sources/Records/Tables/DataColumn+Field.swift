import Attack
import Pages
import Text

/// A column as a field of a Table Schema (datapackage.org, version 2).
extension DataColumn {
  /// With those forms of ids that are a team's own.
  func field(_ patterns: IDPatterns) -> JSONText {
    let required = isOptional ? [] : [(key: "required", value: JSONText.bool(true))]
    let constraints = required + form.constraints(patterns)
    return .object(
      [
        (key: "name", value: .text(name)), ("type", .text(form.type)),
        ("description", .text(holds)),
      ] + (form.unit.map { [("unit", .text($0))] } ?? [])
        + (constraints.isEmpty ? [] : [("constraints", .object(constraints))]))
  }
}

extension DataColumn.Form {
  fileprivate var type: String {
    switch self {
    case .text, .technique, .word, .date: "string"
    case .flag: "boolean"
    case .count: "integer"
    case .share, .number: "number"
    }
  }

  fileprivate var unit: String? {
    switch self {
    case .count(let unit): unit
    case .number(_, let unit): unit
    case .text, .technique, .word, .flag, .date, .share: nil
    }
  }

  fileprivate func constraints(_ patterns: IDPatterns) -> [(key: String, value: JSONText)] {
    switch self {
    case .text, .flag: []
    case .technique:
      [("pattern", .text(Self.own(patterns) + #"T[0-9]{4}(\.[0-9]{3})?"#))]
    case .word(let words): [("enum", .list(words.map { .text($0) }))]
    case .date: [("pattern", "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")]
    case .count: [("minimum", 0)]
    case .share: [("minimum", 0), ("maximum", 1)]
    case .number(let least, _): least.map { [("minimum", .number($0))] } ?? []
    }
  }

  private static func own(_ patterns: IDPatterns) -> String {
    patterns.isEmpty ? "" : patterns.expression + "|"
  }
}
