import Attack
import Corpora
import Measures
import Text

/// Makes the page that holds every partner and every report of a technique, with the sentences of
/// each.
struct TechniqueAllMaker: Sendable {
  let knowledge: Knowledge
  let corpus: CountedCorpus
  let findings: Findings
  let map: SiteMap
  let index: Index<Technique>

  /// The values for `Templates/technique-all.md`.
  struct Contents: Sendable {
    let id: String
    let name: String
    let page: String
    let reports: String
    /// What weighted sets add, as Markdown; `nil` of none.
    let sets: String?
    let partners: String
    /// Those of one or two reports, where they are listed apart.
    let rare: String?
    let bases: Bool
    let csv: String
    /// Where a popular technique's own page names only some.
    let users: [TechniqueUsers.Names]
    let hasUsers: Bool
  }

  func page() -> Page {
    let technique = knowledge.techniques[index]
    let name = "\(technique.id) \(technique.name)"
    let partners = findings.partners[index].all
    let (measured, rare) = PageLimits.split(partners)
    let section = BasesSection(knowledge.techniques, findings, map, of: index)
    var page = Page(
      kind: .technique, path: path, template: "technique-all", title: "All of \(name)",
      summary: "Every technique and every report cited with \(knowledge.fullName(index))",
      trail: [PageKind.technique.link, Link(technique.id.description, to: technique.path)],
      contents: contents(partners.count, rare.count, hasBases: section != nil),
      exhibits: exhibits(measured, rare, section), dataScripts: [DataScriptName.explorer])
    page.marking = corpus.whole.marking(of: corpus.rows(citing: index))
    return page
  }

  private var path: String { map.allPath(index) }
  private var location: PageLocation { PageLocation(path) }

  private func exhibits(
    _ measured: [Association], _ rare: [Association], _ section: BasesSection?
  ) -> [String: Exhibit] {
    let table = PartnerTable(knowledge, corpus, findings.associations, map, of: index)
    let reports = TechniqueReports(knowledge, corpus, map, of: index)
    var exhibits: [String: Exhibit] = [
      "all": .table(table.table(measured, withReferences: true)),
      "reports": .table(reports.all(at: location)),
    ]
    if !rare.isEmpty { exhibits["rare"] = .compactList(table.rare(rare)) }
    if let section { exhibits["bases"] = .table(section.table) }
    return exhibits
  }

  private func contents(_ partners: Int, _ rare: Int, hasBases: Bool) -> Contents {
    let technique = knowledge.techniques[index]
    let users = TechniqueUsers(knowledge.actors, corpus.whole, of: index)
    return Contents(
      id: technique.id.description, name: technique.name, page: location.href(technique.path),
      reports: Format.count(findings.associations.total(index), "report"),
      sets: SetNote(corpus, of: index, at: location)?.sentence,
      partners: Format.count(partners, "technique"),
      rare: rare == 0 ? nil : Format.count(rare, "technique"),
      bases: hasBases, csv: location.href(technique.csv),
      users: users.isLong ? Actor.Kind.allCases.compactMap { users.names($0, at: location) } : [],
      hasUsers: users.isLong)
  }
}

extension TechniqueAllMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("id", \.id),
    .text("name", \.name),
    .text("page", \.page),
    .text("reports", \.reports),
    .text("sets", \.sets),
    .text("partners", \.partners),
    .text("rare", \.rare),
    .flag("bases", \.bases),
    .text("csv", \.csv),
    .items("users", \.users),
    .flag("hasUsers", \.hasUsers),
  ]
}
