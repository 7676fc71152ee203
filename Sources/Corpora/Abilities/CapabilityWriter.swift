import Text

/// Writes capabilities in our own form: the same ones give the same bytes, in whatever order they come.
struct CapabilityWriter {
  private var lines: [String] = []

  private init() {}

  static func text(of capabilities: Capabilities) -> String {
    var writer = CapabilityWriter()
    writer.lines.append("version: 1")
    if !capabilities.titles.isEmpty { writer.lines.append("facts:") }
    for (fact, title) in capabilities.titles.sorted(by: { $0.key < $1.key }) {
      writer.lines.append("  \(scalar(fact.name)): \(quoted(title))")
    }
    let procedures = capabilities.procedures.map(lines).sorted { $0.lexicographicallyPrecedes($1) }
    writer.lines.append(procedures.isEmpty ? "procedures: []" : "procedures:")
    writer.lines += procedures.flatMap(\.self)
    return writer.lines.joined(separator: "\n") + "\n"
  }

  /// They begin with technique and name, by which they are sorted.
  private static func lines(_ procedure: EnablingProcedure) -> [String] {
    var lines = [
      "  - technique: \(scalar(procedure.technique))", "    name: \(quoted(procedure.name))",
    ]
    let lists = [
      ("platforms", procedure.platforms), ("needs", procedure.needs.map(\.name)),
      ("gives", procedure.gives.map(\.name)),
    ]
    for (key, texts) in lists where !texts.isEmpty {
      lines.append("    \(key): [\(texts.map(scalar).joined(separator: ", "))]")
    }
    for (key, text) in [("reason", procedure.reason), ("source", procedure.source)]
    where !text.isEmpty {
      lines.append("    \(key): \(quoted(text))")
    }
    return lines
  }
}

extension CapabilityWriter {
  /// A text as it is where no reader of YAML can take it for anything else, otherwise quoted.
  private static func scalar(_ text: String) -> String {
    let isPlain =
      text.utf8.first.map { $0.isLetterOrDigit && !$0.isDigit } ?? false
      && text.utf8.allSatisfy {
        $0.isLetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
      }
    return isPlain && !words.contains(text.lowercased()) ? text : quoted(text)
  }

  /// What YAML 1.1 takes for truth values, for nothing, or for numbers.
  private static let words: Set = ["y", "yes", "n", "no", "true", "false", "on", "off", "null"]

  /// Between double quotes, where all but `"` and `\` stands for itself: names are lines without
  /// controls.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\u{FEFF}": quoted += "\\uFEFF"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Capabilities {
  /// As a file in our own form.
  package var yaml: String { CapabilityWriter.text(of: self) }
}
