package import Corpora

/// Files of capabilities as tests write them.
package enum CapabilityText {
  /// The capabilities of a file in our own form.
  package static func capabilities(
    _ text: String, known: [String] = []
  ) throws(ReportError) -> Capabilities {
    let facts = known.compactMap { EnablingFact($0) }
    guard case .capabilities(let all) = try CapabilityFile(Array(text.utf8), known: facts) else {
      throw .unusable(nil, "no capabilities")
    }
    return all
  }

  package static func abilities(_ text: String) throws(ReportError) -> [Ability] {
    guard case .abilities(let all, _) = try CapabilityFile(Array(text.utf8)) else {
      throw .unusable(nil, "no abilities")
    }
    return all
  }

  /// Procedures as the words `T1001 needs a.b, c.d gives e.f`, in our own form.
  package static func capabilities(of lines: [String]) throws(ReportError) -> Capabilities {
    var facts: Set<String> = []
    let procedures = lines.enumerated().map { number, line in
      var text = "- {technique: \(line.prefix { $0 != " " }), name: \"p\(number)\""
      for key in ["needs", "gives"] {
        guard let start = line.firstRange(of: key + " ") else { continue }
        let list = line[start.upperBound...].split(separator: " gives ")[0]
        facts.formUnion(list.split(separator: ", ").map(String.init))
        text += ", \(key): [\(list)]"
      }
      return text + "}"
    }
    let titles = facts.sorted().map { "  \($0): \"the \($0)\"" }
    return try capabilities(
      (["version: 1", facts.isEmpty ? "facts: {}" : "facts:"] + titles + ["procedures:"]
        + procedures).joined(separator: "\n"))
  }
}

extension EnablingProcedure {
  /// `T1001 needs a.b, c.d gives e.f`.
  package var words: String {
    let lists = [("needs", needs), ("gives", gives)].filter { !$0.1.isEmpty }
    return ([technique] + lists.map { "\($0) " + $1.map(\.name).joined(separator: ", ") })
      .joined(separator: " ")
  }
}
