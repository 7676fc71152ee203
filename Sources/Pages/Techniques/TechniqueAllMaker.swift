import Attack
import Corpora
import Measures
import Text

/// Makes the page that holds every partner and every report of a technique, with what each says.
struct TechniqueAllMaker: Sendable {
  let ledger: Ledger
  let bases: [BasisFindings]
  let index: Int

  /// What `Templates/technique-all.md` says.
  struct Contents: Sendable {
    let id: String
    let name: String
    let page: String
    let reports: String
    let partners: String
    /// Those of one or two reports, where they stand apart.
    let rare: String?
    let bases: Bool
    let csv: String
    /// Where a popular technique's own page names only some.
    let users: [TechniqueUsers.Names]
    let hasUsers: Bool
  }

  func page() -> Page {
    let technique = ledger.knowledge.techniques[index]
    let path = ledger.allPath(index)
    let partners = ledger.associations.partners(of: index)
    let (measured, rare) = PageLimits.split(partners)
    let table = PartnerTable(ledger, of: index)
    let section = BasesSection(ledger, bases, of: index)
    var exhibits: [String: Exhibit] = [
      "all": .table(table.table(measured, withReferences: true)),
      "reports": .table(ReportTable(ledger).sayings(of: index, at: PageLocation(path))),
    ]
    if !rare.isEmpty { exhibits["rare"] = .compactList(table.rare(rare)) }
    if let section { exhibits["bases"] = .table(section.table) }
    let name = "\(technique.id) \(technique.name)"
    return Page(
      kind: .technique, path: path, template: "technique-all", title: "All of \(name)",
      summary: "Every technique and every report cited with \(ledger.fullName(index))",
      trail: [
        PageKind.technique.link,
        Link(technique.id.description, to: technique.path),
      ],
      contents: Contents(
        id: technique.id.description, name: technique.name,
        page: PageLocation(path).href(technique.path),
        reports: Format.count(ledger.total(index), "report"),
        partners: Format.count(partners.count, "technique"),
        rare: rare.isEmpty ? nil : Format.count(rare.count, "technique"),
        bases: section != nil, csv: PageLocation(path).href(technique.csv),
        users: users(PageLocation(path)),
        hasUsers: TechniqueUsers(ledger, of: index).isLong),
      exhibits: exhibits, dataScripts: [DataScriptName.explorer])
  }

  private func users(_ place: PageLocation) -> [TechniqueUsers.Names] {
    let users = TechniqueUsers(ledger, of: index)
    guard users.isLong else { return [] }
    return Actor.Kind.allCases.compactMap { users.names($0, at: place) }
  }
}

extension TechniqueAllMaker.Contents: TemplateContents {
  static let tags: [TemplateTag<Self>] = [
    .text("id", \.id),
    .text("name", \.name),
    .text("page", \.page),
    .text("reports", \.reports),
    .text("partners", \.partners),
    .text("rare", \.rare),
    .flag("bases", \.bases),
    .text("csv", \.csv),
    .items("users", \.users),
    .flag("hasUsers", \.hasUsers),
  ]
}
