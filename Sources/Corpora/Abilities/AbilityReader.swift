import Text
import Yams

/// Reads abilities of CALDERA in both shapes; their commands never leave it.
struct AbilityReader {
  private(set) var abilities: [Ability] = []
  /// What is no ability, with its place.
  private(set) var remarks: [ReportFile.Remark] = []

  /// - Throws: `ReportError` where none of the documents holds an ability.
  init(_ documents: [Node]) throws(ReportError) {
    for node in documents.flatMap(\.elements) { take(node) }
    guard !abilities.isEmpty else { throw .unusable(documents.first?.place, Self.expected) }
  }

  static let expected =
    "expected abilities of CALDERA, which have `technique_id` or `technique`, or capabilities, which"
    + " have `version` and `procedures`"

  private mutating func take(_ node: Node) {
    guard node.mapping != nil else { return leaveOut("a part that is no ability", node) }
    let technique = (node["technique_id"] ?? node["technique"]?["attack_id"])?.shortLine
    guard let technique, let id = (node["id"] ?? node["ability_id"])?.shortLine else {
      return leaveOut(
        node["name"]?.line.map { "“\($0)” is no ability" } ?? "a part that is no ability", node)
    }
    let executors = Self.executors(of: node)
    abilities.append(
      Ability(
        id: id, name: node["name"]?.line ?? id, technique: technique,
        platforms: executors.flatMap(\.platforms).distinct.sorted(),
        consumed: Set(executors.flatMap { EnablingFact.traits(of: $0.command) }),
        parsed: Set(executors.flatMap(\.parsed).compactMap(Ability.RelatedFact.init)),
        required: Self.requirements(of: node), place: node.place))
  }

  private mutating func leaveOut(_ text: String, _ node: Node) {
    remarks.append(ReportFile.Remark(text, at: node.place))
  }
}

extension AbilityReader {
  /// One way to run an ability.
  private struct Executor {
    let platforms: [String]
    let command: String
    /// The settings of its parsers.
    let parsed: [Node]

    /// `system` names one platform or several: `linux,darwin`.
    init(on system: String?, _ body: Node, parsed: [Node]) {
      platforms = (system ?? "").split(separator: ",").map { Node.line(String($0)) }
        .filter { !$0.isEmpty }
      command = body["command"]?.text ?? ""
      self.parsed = parsed
    }
  }

  /// Shape v1 lists them; v0 has them by platform and by name.
  private static func executors(of node: Node) -> [Executor] {
    let listed = (node["executors"]?.sequence.map(Array.init) ?? []).map { body in
      let parsers = body["parsers"]?.elements ?? []
      return Executor(
        on: body["platform"]?.text, body,
        parsed: parsers.flatMap { $0["parserconfigs"]?.elements ?? [] })
    }
    let named = pairs(node["platforms"]).flatMap { system, executors in
      pairs(executors).map { _, body in
        Executor(
          on: system, body, parsed: pairs(body["parsers"]).flatMap { $0.value.elements })
      }
    }
    return listed + named
  }

  /// The keys of a mapping that are texts, and their values.
  private static func pairs(_ node: Node?) -> [(key: String, value: Node)] {
    (node?.mapping.map(Array.init) ?? []).compactMap { key, value in key.text.map { ($0, value) } }
  }
}

extension AbilityReader {
  /// The modules that ask for a relation.
  ///
  /// Others keep CALDERA's own books: `not_exists`, `no_backwards_movement`, `paw_provenance`,
  /// `universal`.
  private static let asking: Set = ["basic", "req_like", "reachable", "existential"]

  /// The relations that have to be known.
  private static func requirements(of node: Node) -> Set<Ability.RelatedFact> {
    let entries = node["requirements"]?.elements ?? []
    let modules = entries.flatMap { entry -> [(key: String, value: Node)] in
      guard let module = entry["module"]?.text else { return pairs(entry) }
      return entry["relationship_match"].map { [(module, $0)] } ?? []
    }
    let links = modules.filter {
      asking.contains($0.key.split(separator: ".").last.map(String.init) ?? "")
    }
    .flatMap { $0.value.elements.compactMap(Ability.RelatedFact.init) }
    return Set(links.filter { $0.relation != nil })
  }
}

extension Ability.RelatedFact {
  /// Of `source`, `edge` and `target`, of which the last two may be absent or empty.
  fileprivate init?(_ node: Node) {
    guard let source = node["source"]?.shortText.flatMap({ EnablingFact($0) }) else { return nil }
    self.source = source
    target = node["target"]?.shortText.flatMap { EnablingFact($0) }
    relation = node["edge"]?.shortText.flatMap { EnablingFact(from: source, relation: $0) }
  }
}
