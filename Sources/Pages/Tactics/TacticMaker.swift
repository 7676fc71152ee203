import Attack
import Measures
import Text

/// Makes the page of a tactic: its techniques, the most reported first.
struct TacticMaker: Sendable {
  let knowledge: Knowledge
  let findings: Findings
  let map: SiteMap
  let index: Index<Tactic>

  /// The values for `Templates/tactic.md`.
  struct Contents: Sendable {
    let name: String
    let id: String?
    let domain: String?
    let techniques: String
    let hasTechniques: Bool
    let cited: String
    let description: Description?
    let subset: String?
  }

  func page(hasSubset: Bool) -> Page {
    let tactic = knowledge.tactics[index]
    let location = PageLocation(tactic.path)
    let members = knowledge.techniquesOfTactic[index]
    let table = TechniqueList(knowledge, findings, map).table(
      members, caption: "The techniques of \(tactic.name), most reported first")
    return Page(
      kind: .tactic, path: tactic.path, template: "tactic", title: tactic.name,
      summary: "\(Format.count(members.count, "technique")) of \(tactic.name)",
      trail: [PageKind.tactic.link], previous: neighbour(-1),
      next: neighbour(1),
      contents: Contents(
        name: tactic.name, id: tactic.id?.description,
        domain: knowledge.domains.count > 1 ? tactic.domain.title : nil,
        techniques: Format.count(members.count, "technique"), hasTechniques: !members.isEmpty,
        cited: Format.count(members.count { findings.associations.total($0) > 0 }),
        description: Description(Prose(tactic.description, citing: [], map.targets, at: location)),
        subset: hasSubset ? location.href(PageKind.subset.path(of: tactic.slug)) : nil),
      exhibits: members.isEmpty ? [:] : ["all": .table(table)],
      dataScripts: [DataScriptName.explorer])
  }

  private func neighbour(_ step: Int) -> Link? {
    let tactics = knowledge.tactics
    let next = index.advanced(by: step)
    return tactics.indices.contains(next) ? tactics[next].link : nil
  }
}

extension TacticMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("name", \.name),
    .text("id", \.id),
    .text("domain", \.domain),
    .text("techniques", \.techniques),
    .flag("hasTechniques", \.hasTechniques),
    .text("cited", \.cited),
    .item("description", \.description),
    .text("subset", \.subset),
  ]
}
