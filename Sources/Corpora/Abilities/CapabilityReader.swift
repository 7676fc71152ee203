import Text
import Yams

/// Reads capabilities in our own form, strictly: what it does not know is an error, with its place.
///
///     version: 1
///     facts:
///       domain.user.password: "a domain user’s password"
///     procedures:
///       - technique: T1003.001
///         name: "read passwords from memory"
///         platforms: [Windows]
///         needs: [windows.admin]
///         gives: [domain.user.password]
///         reason: "Windows keeps what users signed in with in the memory of one process."
///         source: "our red team, 2026"
///
/// All but `technique` and `name` of a procedure may be left out. Facts have words in this file or in
/// another that is read before it.
struct CapabilityReader {
  private let facts: Set<EnablingFact>
  private let names: [String]

  private init(_ facts: Set<EnablingFact>) {
    self.facts = facts
    names = facts.map(\.name).sorted()
  }

  /// - Throws: `ReportError`.
  static func read(
    _ root: Node, known: Set<EnablingFact>
  ) throws(ReportError) -> Capabilities {
    let fields = try YAMLFields(root, known: ["version", "facts", "procedures"])
    let version = try fields.required("version")
    guard version.text == "1" else {
      throw .unusable(
        version.place, "expected `version: 1`, found `\(version.line ?? "no number")`")
    }
    let titles = try fields["facts"].map(titles) ?? [:]
    let reader = CapabilityReader(known.union(titles.keys))
    let list = try fields.required("procedures").list("procedures")
    var procedures: [EnablingProcedure] = []
    for node in list { procedures.append(try reader.procedure(node)) }
    return Capabilities(titles: titles, procedures: procedures)
  }

  private static func titles(_ node: Node) throws(ReportError) -> [EnablingFact: String] {
    guard let mapping = node.mapping else {
      throw .unusable(node.place, "`facts`: expected names and what they mean")
    }
    var titles: [EnablingFact: String] = [:]
    for (name, words) in mapping {
      let text = name.line ?? ""
      guard let fact = EnablingFact(text) else {
        throw .unusable(
          name.place, "`\(text)` cannot be the name of a fact, expected such as `domain.user.name`")
      }
      titles[fact] = try words.sentence(of: text)
    }
    return titles
  }
}

extension CapabilityReader {
  private func procedure(_ node: Node) throws(ReportError) -> EnablingProcedure {
    let fields = try YAMLFields(
      node,
      known: ["technique", "name", "platforms", "needs", "gives", "reason", "source"])
    let needs = try facts(fields, "needs")
    let gives = try facts(fields, "gives")
    if let both = needs.first(where: gives.contains) {
      throw .unusable(node.place, "`\(both)` is both needed and given; it is one or the other")
    }
    return EnablingProcedure(
      technique: try fields.required("technique").sentence(of: "technique"),
      name: try fields.required("name").sentence(of: "name"),
      platforms: try texts(fields, "platforms"), needs: needs, gives: gives,
      reason: try fields["reason"]?.sentence(of: "reason") ?? "",
      source: try fields["source"]?.sentence(of: "source") ?? "", place: node.place)
  }

  private func texts(_ fields: YAMLFields, _ key: String) throws(ReportError) -> [String] {
    var texts: [String] = []
    for node in try fields[key]?.list(key) ?? [] { texts.append(try node.sentence(of: key)) }
    return texts
  }

  private func facts(_ fields: YAMLFields, _ key: String) throws(ReportError) -> [EnablingFact] {
    var found: [EnablingFact] = []
    for node in try fields[key]?.list(key) ?? [] {
      let text = try node.sentence(of: key)
      guard let fact = EnablingFact(text), facts.contains(fact) else {
        let near = Suggestion.nearest(to: text, among: names).map { "; did you mean `\($0)`?" }
        throw .unusable(
          node.place,
          "`\(key)` names `\(text)`, which no `facts` describe"
            + (near ?? "; add it there, with what it means"))
      }
      found.append(fact)
    }
    return found
  }
}
